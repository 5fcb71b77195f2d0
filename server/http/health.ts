import { refusals } from '@wubian/shared/refusals.ts';
import type { Middleware } from 'koa';
import type { RequestState } from './request-log.ts';

/**
 * /healthz: this process is alive, whatever the database does. /readyz: it can serve, because the database answers;
 * 503 in words when it does not. For load balancers and people; neither tells anything about the inside.
 */
export function health(ping: () => Promise<void>): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/healthz' && ctx.path !== '/readyz') return next();
    (ctx.state as RequestState).route = `GET ${ctx.path}`;
    ctx.set('Cache-Control', 'no-store');
    if (ctx.path === '/healthz') {
      ctx.body = { status: 'alive' };
      return;
    }
    const answers = await ping().then(
      () => true,
      () => false,
    );
    ctx.status = answers ? 200 : 503;
    ctx.body = answers
      ? { status: 'ready' }
      : { status: 'not ready', code: 'busy', words: `数据库暂时没有应答。${refusals.busy.words}` };
  };
}
