import type { Api, Endpoint, Input, Output } from './endpoint.ts';
import { Refusal, type RefusalBody, refusals } from './refusals.ts';

/** The part of an endpoint that a caller needs at run time; a plain table of these keeps schemas out of a bundle. */
export interface Call {
  method: string;
  path: string;
}
export type CallTable<A extends Api> = { readonly [R in keyof A]: { readonly [E in keyof A[R]]: Call } };

/** One HTTP exchange, as every carrier (Taro.request, fetch, in-process) can do it. */
export interface Sent {
  method: string;
  /** Path and query below the API root, e.g. `/tasks/abc?limit=20`. */
  url: string;
  /** JSON-ready body; undefined for GET. */
  body: unknown;
}
/** Resolves with status and parsed body for any status; rejects with `Unreachable` when nothing came back. */
export type Send = (sent: Sent) => Promise<{ status: number; body: unknown }>;

/** The server could not be reached: nothing is known about the outcome, so a retry with the same id is right. */
export class Unreachable extends Error {
  constructor(message = '连不上网络，请检查后再试。') {
    super(message);
    this.name = 'Unreachable';
  }
}

type Fn<E extends Endpoint> =
  Record<string, never> extends Input<E>
    ? (input?: Input<E>) => Promise<Output<E>>
    : (input: Input<E>) => Promise<Output<E>>;
export type Client<A extends Api> = { readonly [R in keyof A]: { readonly [E in keyof A[R]]: Fn<A[R][E]> } };

const isRefusalBody = (body: unknown): body is RefusalBody =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && body.code in refusals;

function toQuery(fields: [string, unknown][]): string {
  const parts = fields.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((v) => v !== undefined && v !== null)
      .map((v) => `${encodeURIComponent(name)}=${encodeURIComponent(String(v))}`),
  );
  return parts.length ? `?${parts.join('&')}` : '';
}

/** Splits an input into URL and body by the endpoint's own path and method. */
export function toSent({ method, path }: Call, input: Readonly<Record<string, unknown>>): Sent {
  const inPath = new Set<string>();
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(input[name]));
  });
  const rest = Object.entries(input).filter(([name]) => !inPath.has(name));
  return method === 'GET'
    ? { method, url: filled + toQuery(rest), body: undefined }
    : { method, url: filled, body: Object.fromEntries(rest) };
}

/**
 * Builds plain typed functions, `client.room.endpoint(input)`, over any carrier.
 * Throws `Refusal` for an answer of the refusals table, `Unreachable` when the carrier could not deliver.
 */
export function createClient<A extends Api>(table: CallTable<A>, send: Send): Client<A> {
  const callOf =
    (call: Call) =>
    async (input: Readonly<Record<string, unknown>> = {}) => {
      const { status, body } = await send(toSent(call, input));
      if (status >= 200 && status < 300) return body;
      if (isRefusalBody(body)) throw new Refusal(body.code, body);
      throw new Refusal(status === 413 ? 'too_large' : status === 401 ? 'session_expired' : 'unexpected');
    };
  return Object.fromEntries(
    Object.entries(table).map(([room, calls]) => [
      room,
      Object.fromEntries(Object.entries(calls as Record<string, Call>).map(([name, call]) => [name, callOf(call)])),
    ]),
  ) as Client<A>;
}
