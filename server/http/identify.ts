import type { Endpoint } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { roleMay, roles } from '@wubian/shared/roles.ts';
import type { Caller } from '../actor.ts';

/** The caller behind a bearer token, or null when it is unknown, expired or revoked. */
export type WhoIs = (token: string) => Promise<Caller | null>;

/** The token of an `Authorization: Bearer …` header; tokens are never read from URLs. */
export const bearerToken = (header: string | undefined): string | undefined =>
  /^Bearer +([\w.~+/=-]{16,512})$/i.exec(header ?? '')?.[1];

/**
 * Finds the caller and checks that the endpoint's `may` lets her in. Throws `not_signed_in`, `session_expired`,
 * `not_allowed`, or `second_factor_needed` for a staff role whose session has not passed it.
 * An endpoint for anyone gets null for a stranger and for a token that is no longer good.
 */
export async function identify(
  { may }: Pick<Endpoint, 'may'>,
  authorization: string | undefined,
  whoIs: WhoIs,
): Promise<Caller | null> {
  const token = bearerToken(authorization);
  const caller = token === undefined ? null : await whoIs(token);
  if (may === 'anyone') return caller;
  if (!caller) throw new Refusal(authorization ? 'session_expired' : 'not_signed_in');
  if (may === 'signedIn') return caller;
  if (!caller.role || !roleMay(caller.role, may)) throw new Refusal('not_allowed');
  if (roles[caller.role].staff && !caller.secondFactor) throw new Refusal('second_factor_needed');
  return caller;
}
