import type { Api, Endpoint } from '@wubian/shared/endpoint.ts';
import { commonRefusals, Refusal, type RefusalCode } from '@wubian/shared/refusals.ts';
import findMyWay from 'find-my-way';
import type { Context, Middleware } from 'koa';
import type { Caller } from '../actor.ts';
import type { BorderAudit } from '../audit/door.ts';
import { type Call, type Handlers, RawJson } from '../handler.ts';
import { fieldsOf, fieldWords } from './field-words.ts';
import { identify, type WhoIs } from './identify.ts';
import { decodeFields } from './input.ts';
import { readBody } from './read-body.ts';
import type { RequestState } from './request-log.ts';
import { runAudited } from './run-audited.ts';

export interface MountOptions {
  whoIs: WhoIs;
  audit: BorderAudit;
  /** True outside production: a thrown refusal that the endpoint does not declare is a programming error. */
  strict: boolean;
}

type AnyHandler = (caller: Caller | null, input: unknown, call: Call) => Promise<unknown>;

/** An endpoint as it runs: its declaration, its handler and its name `room.endpoint`. */
interface Route {
  name: string;
  endpoint: Endpoint;
  isWrite: boolean;
  run: AnyHandler;
}

export const API_PREFIX = '/api';
const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** A handler threw a refusal that its endpoint does not declare. */
class UndeclaredRefusal extends Error {
  constructor(name: string, cause: Refusal) {
    super(`${name} threw the undeclared refusal ${cause.code}`, { cause });
    this.name = 'UndeclaredRefusal';
  }
}

/** A handler's answer does not match the endpoint's output; names the fields, never the values. */
class WrongOutput extends Error {
  constructor(name: string, issues: readonly { path: PropertyKey[]; code?: string }[]) {
    super(
      `${name} answered wrongly: ${issues.map(({ path, code }) => `${path.map(String).join('.')} ${code}`).join(', ')}`,
    );
    this.name = 'WrongOutput';
  }
}

function routesOf<A extends Api>(api: A, handlers: Handlers<A>): Route[] {
  return Object.entries(api).flatMap(([room, endpoints]) =>
    Object.entries(endpoints).map(([name, endpoint]) => ({
      name: `${room}.${name}`,
      endpoint,
      isWrite: endpoint.method !== 'GET',
      run: (handlers[room] as unknown as Record<string, AnyHandler>)[name]!,
    })),
  );
}

/** Path and query (GET) or path and body fields, together; a body may not repeat a field of the path. */
async function inputOf(ctx: Context, endpoint: Endpoint, params: Record<string, string | undefined>): Promise<unknown> {
  const texts: [string, string][] = Object.entries(params).map(([name, text]) => [name, text ?? '']);
  const query = endpoint.method === 'GET' ? [...new URLSearchParams(ctx.querystring)] : [];
  const body = endpoint.method === 'GET' ? {} : await readBody(ctx.req);
  const twice = [...query.map(([name]) => name), ...Object.keys(body)].filter((name) => Object.hasOwn(params, name));
  const repeated = twice.map((field) => ({ field, words: '这一项已在网址里，请勿重复提交。' }));
  if (repeated.length) throw new Refusal('bad_input', { fields: repeated });
  return { ...body, ...decodeFields(endpoint.input, [...texts, ...query]) };
}

function checkInput(endpoint: Endpoint, given: unknown): unknown {
  const result = endpoint.input.safeParse(given, { error: fieldWords });
  if (!result.success) throw new Refusal('bad_input', { fields: fieldsOf(result.error) });
  return result.data;
}

const isDeclared = ({ refusals }: Endpoint, code: RefusalCode): boolean =>
  refusals.includes(code) || (commonRefusals as readonly RefusalCode[]).includes(code);

async function answer(route: Route, ctx: Context, params: Record<string, string | undefined>, options: MountOptions) {
  const state = ctx.state as RequestState;
  const { endpoint, name } = route;
  const caller = await identify(endpoint, ctx.get('authorization') || undefined, options.whoIs);
  state.role = caller?.role ?? null;
  const input = checkInput(endpoint, await inputOf(ctx, endpoint, params));
  const call = { requestId: state.requestId, address: ctx.ip, userAgent: ctx.get('user-agent') };
  let output: unknown;
  try {
    output = await runAudited(route, options.audit, caller, input, call);
  } catch (error) {
    const undeclared = options.strict && error instanceof Refusal && !isDeclared(endpoint, error.code);
    throw undeclared ? new UndeclaredRefusal(name, error) : error;
  }
  ctx.status = 200;
  ctx.type = 'application/json; charset=utf-8';
  if (output instanceof RawJson) {
    ctx.body = output.body;
    return;
  }
  const checked = endpoint.output.safeParse(output);
  if (!checked.success) throw new WrongOutput(name, checked.error.issues);
  ctx.body = JSON.stringify(checked.data ?? null);
}

/**
 * Serves an API below /api: finds the endpoint, lets the caller in or not, checks the input, runs the handler and
 * checks the output. Every no is thrown as a `Refusal` for answer-refusals.ts. Requests outside /api pass through.
 */
export function mount<A extends Api>(api: A, handlers: Handlers<A>, options: MountOptions): Middleware {
  const table = findMyWay({ maxParamLength: 200 });
  for (const route of routesOf(api, handlers)) table.on(route.endpoint.method, route.endpoint.path, () => {}, route);

  return async (ctx, next) => {
    if (ctx.path !== API_PREFIX && !ctx.path.startsWith(`${API_PREFIX}/`)) return next();
    ctx.set('Cache-Control', 'no-store');
    const path = ctx.path.slice(API_PREFIX.length) || '/';
    const found = methods.includes(ctx.method as never) ? table.find(ctx.method as never, path) : null;
    if (!found?.store) {
      const allowed = methods.filter((method) => table.find(method, path)?.store);
      if (!allowed.length) throw new Refusal('not_found');
      ctx.set('Allow', allowed.join(', '));
      throw new Refusal('method_not_allowed');
    }
    const route = found.store as Route;
    (ctx.state as RequestState).route = `${route.endpoint.method} ${API_PREFIX}${route.endpoint.path}`;
    return answer(route, ctx, found.params, options);
  };
}
