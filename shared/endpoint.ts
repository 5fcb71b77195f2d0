import type * as z from 'zod';
import type { RefusalCode } from './refusals.ts';
import type { Permission } from './roles.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Who may call an endpoint at all. A permission is held by roles (roles.ts); 'anyone' needs no session;
 * 'signedIn' needs a session in any role. What the caller must be to the object itself is the handler's policy.
 */
export type May = Permission | 'anyone' | 'signedIn';

/**
 * One endpoint, declared once. From it come the Koa route, validation in and out, the permission check,
 * the OpenAPI operation and the typed client.
 */
export interface Endpoint<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  R extends readonly RefusalCode[] = readonly RefusalCode[],
  M extends May = May,
> {
  readonly method: Method;
  /** Path below /api; `:name` segments are taken from the input field of the same name. */
  readonly path: `/${string}`;
  /** One Chinese sentence for the API page. */
  readonly summary: string;
  readonly may: M;
  /** Strict object: path fields, and for GET the query fields, for other methods the body fields. */
  readonly input: I;
  readonly output: O;
  /** Refusals of its own, beside the common ones that any endpoint may answer. */
  readonly refusals: R;
}

/** Declares an endpoint; only fixes the types, so that one declaration serves server, client and documents. */
export const endpoint = <
  const I extends z.ZodObject,
  const O extends z.ZodType,
  const R extends readonly RefusalCode[],
  const M extends May,
>(
  e: Endpoint<I, O, R, M>,
): Endpoint<I, O, R, M> => e;

/** What a caller sends: before defaults are filled in. */
export type Input<E extends Endpoint> = z.input<E['input']>;
/** What a handler receives: after validation and defaults. */
export type Parsed<E extends Endpoint> = z.output<E['input']>;
/** What goes over the wire as the answer. */
export type Output<E extends Endpoint> = z.output<E['output']>;

export type Room = Readonly<Record<string, Endpoint>>;
export type Api = Readonly<Record<string, Room>>;
