import { refusals } from '@wubian/shared/refusals.ts';
import type { Middleware } from 'koa';
import type { Clock } from '../clock.ts';
import type { RequestState } from './request-log.ts';

/** The guard over open calls for help. */
export interface Watch {
  watchedAt: () => Promise<Date | null>;
  clock: Clock;
}

/** A guard that has not done its round for so long is taken for dead (standards.md §4.4). */
const silentMs = 180_000;

/**
 * /healthz: this process is alive, whatever the database does. /readyz: it can serve, because the database answers;
 * 503 in words when it does not. /healthz/watch: the guard over open calls for help has done its round within three
 * minutes, in any process; 503 else. For load balancers, monitors and people; none tells anything about the inside.
 */
export function health(ping: () => Promise<void>, watch?: Watch): Middleware {
  return async (ctx, next) => {
    if (ctx.path === '/healthz/watch' && watch) {
      (ctx.state as RequestState).route = `GET ${ctx.path}`;
      ctx.set('Cache-Control', 'no-store');
      const at = await watch.watchedAt().catch(() => null);
      const isWatched = at !== null && watch.clock().getTime() - at.getTime() <= silentMs;
      ctx.status = isWatched ? 200 : 503;
      ctx.body = { status: isWatched ? 'watched' : 'not watched', at: at?.toISOString() ?? null };
      return;
    }
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
