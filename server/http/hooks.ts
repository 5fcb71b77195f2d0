import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@wubian/shared/refusals.ts';
import findMyWay from 'find-my-way';
import type { Middleware } from 'koa';
import rawBody from 'raw-body';
import type { RequestState } from './request-log.ts';

/** A call from another machine, as it came. */
export interface HookCall {
  headers: IncomingHttpHeaders;
  /** The bytes of the body, for whoever checks a signature over them. */
  body: Buffer;
  /** The `:name` segments of the path. */
  params: Readonly<Record<string, string | undefined>>;
  /** The caller's network address, for limits. */
  address: string;
}

/**
 * An address outside the API for machines that speak their own protocol (receipts of a provider, alarms of a device).
 * Whoever answers checks by itself who calls: a secret in the path, or a signature over the bytes.
 */
export interface Hook {
  /** `/hooks/…`, with `:name` for segments that vary; only this pattern is logged. Called by POST. */
  path: `/hooks/${string}`;
  /** The largest body that is read, in bytes; 256 KB unless told. */
  limit?: number;
  /** What it throws is answered like any refusal; other than a `Refusal` that is 500 or 503, and the caller may try again. */
  run(call: HookCall): Promise<{ status: number; body: object }>;
}

const LIMIT = 256 * 1024;

/** Serves these hooks; what is not one of them passes through. */
export function hooks(list: readonly Hook[]): Middleware {
  const table = findMyWay({ maxParamLength: 200 });
  for (const hook of list) table.on('POST', hook.path, () => {}, hook);

  return async (ctx, next) => {
    if (!ctx.path.startsWith('/hooks/')) return next();
    ctx.set('Cache-Control', 'no-store');
    const found = table.find('POST', ctx.path);
    if (!found?.store) throw new Refusal('not_found');
    const hook = found.store as Hook;
    (ctx.state as RequestState).route = `POST ${hook.path}`;
    if (ctx.method !== 'POST') {
      ctx.set('Allow', 'POST');
      throw new Refusal('method_not_allowed');
    }
    const body = await rawBody(ctx.req, { limit: hook.limit ?? LIMIT }).catch((error) => {
      throw new Refusal(error.type === 'entity.too.large' ? 'too_large' : 'bad_input');
    });
    const answer = await hook.run({ headers: ctx.headers, body, params: found.params, address: ctx.ip });
    ctx.status = answer.status;
    ctx.type = 'application/json; charset=utf-8';
    ctx.body = JSON.stringify(answer.body);
  };
}
