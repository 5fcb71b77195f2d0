import { Refusal } from '@wubian/shared/refusals.ts';
import type { Middleware } from 'koa';
import type { Logger } from '../log.ts';
import { isBusy } from '../store/is-busy.ts';
import type { RequestState } from './request-log.ts';

const BUSY_RETRY_SECONDS = 3;

/** The refusal that an error is answered with: itself, `busy` for a database that does not answer, else `unexpected`. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return isBusy(error)
    ? new Refusal('busy', { data: { retryAfterSeconds: BUSY_RETRY_SECONDS } })
    : new Refusal('unexpected');
}

/**
 * Answers everything that is thrown below it from the refusals table, with the request id. What is not a refusal is
 * logged under that id, and the user is told nothing of the inside.
 */
export function answerRefusals(log: Logger): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const state = ctx.state as RequestState;
      const refusal = refusalOf(error);
      if (refusal !== error) log.error({ requestId: state.requestId, route: state.route, err: error }, refusal.code);
      state.refusal = refusal.code;
      const seconds = refusal.data?.retryAfterSeconds;
      if (typeof seconds === 'number') ctx.set('Retry-After', String(seconds));
      // A body that was not read to its end would be taken for the next request on this connection.
      if (!ctx.req.complete) ctx.set('Connection', 'close');
      ctx.set('Cache-Control', 'no-store');
      ctx.status = refusal.status;
      ctx.type = 'application/json; charset=utf-8';
      ctx.body = JSON.stringify({ ...refusal.body(), requestId: state.requestId });
    }
  };
}
