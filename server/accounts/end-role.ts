import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/**
 * Ends a role of someone in the street: her next request is without it. Nobody ends her own, so that a street is never
 * left without anyone who can give roles. A repeat changes nothing. Throws `not_found`, `not_allowed`.
 */
export const endRole =
  ({ assignments, now, who }: Room): Handler<typeof contract.endRole> =>
  async (actor, { assignmentId, reason }) => {
    const held = await assignments.inStreet(actor.streetId, assignmentId);
    if (!held) throw new Refusal('not_found');
    if (held.accountId === actor.accountId) throw new Refusal('not_allowed');
    await assignments.end(assignmentId, { at: now(), by: actor.accountId, what: 'ended', reason });
    who.forget();
    return { done: true };
  };
