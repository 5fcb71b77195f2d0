import { randomUUID } from 'node:crypto';
import type { Role } from '@wubian/shared/roles.ts';
import type { Middleware } from 'koa';
import { stopwatch } from '../clock.ts';
import type { Logger } from '../log.ts';

/** What the border keeps about a request while it runs. */
export interface RequestState {
  requestId: string;
  /** Method and path pattern, e.g. `GET /api/tasks/:taskId`; never the URL with its values. */
  route?: string;
  role?: Role | null;
  /** Set by answer-refusals.ts when the answer is a refusal. */
  refusal?: string;
}

const GIVEN_ID = /^[\w-]{8,64}$/;

/** Gives every request an id (a well-formed `X-Request-Id` is kept) and writes one line when it is answered. */
export function requestLog(log: Logger): Middleware {
  return async (ctx, next) => {
    const given = ctx.get('x-request-id');
    const state = ctx.state as RequestState;
    state.requestId = GIVEN_ID.test(given) ? given : randomUUID();
    ctx.set('X-Request-Id', state.requestId);
    const elapsed = stopwatch();
    try {
      await next();
    } finally {
      const ms = Math.round(elapsed() * 10) / 10;
      const { requestId, route, role, refusal } = state;
      log.info({ requestId, route: route ?? ctx.method, status: ctx.status, ms, role, refusal }, 'answered');
    }
  };
}
