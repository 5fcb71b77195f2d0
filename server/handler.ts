import type { Api, Endpoint, Output, Parsed } from '@wubian/shared/endpoint.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { Actor, Caller } from './actor.ts';

/** What a handler adds to the audit entry of its call; said several times, lists join and texts follow each other. */
export interface About {
  /** The elders whose files were touched or shown. */
  elderIds?: readonly string[];
  /** What was done or shown, in a few Chinese words without anything personal: labels of fields, counts. */
  what?: string;
  /** Why, in the caller's words; kept sealed. Unsaid, a top-level `reason` of the input is taken. */
  reason?: string;
  /** True: raw personal data leaves with the answer. The entry then lies in the journal before the answer goes. */
  reveal?: boolean;
  /** Who a stranger has turned out to be, by signing in; `role` and street null when she has none yet. */
  signedIn?: { accountId: string; role: Role | null; streetId: string | null };
}

/** What a handler may know of the call itself. */
export interface Call {
  requestId: string;
  /** The caller's network address, for limits. Never logged with a person. */
  address: string;
  /** The raw `User-Agent`, '' when there is none; it names a device to its owner and is never stored. */
  userAgent: string;
  /** Adds to the audit entry of this call. The border writes one for every call that is not a GET, and for a GET that reveals. */
  about(more: About): void;
}

/** An answer already written as JSON by a writer that checks (store/bson-json.ts); the border sends it as it is. */
export class RawJson {
  readonly body: Buffer;

  constructor(body: Buffer) {
    this.body = body;
  }
}

/** Who calls: anyone at all, anyone signed in, or someone who acts in a role that has the permission. */
export type CallerOf<E extends Endpoint> = E['may'] extends 'anyone'
  ? Caller | null
  : E['may'] extends 'signedIn'
    ? Caller
    : Actor;

/**
 * The function behind an endpoint. The border has checked the permission and the input, and checks the output;
 * the handler applies scope and policy, and throws a `Refusal` that the endpoint declares (or a common one).
 */
export type Handler<E extends Endpoint> = (
  caller: CallerOf<E>,
  input: Parsed<E>,
  call: Call,
) => Promise<Output<E> | RawJson>;

/** One handler for each endpoint of an API; a missing one does not compile. */
export type Handlers<A extends Api> = { readonly [R in keyof A]: { readonly [N in keyof A[R]]: Handler<A[R][N]> } };
