import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';
import { reached } from './scope.ts';

/**
 * Admits a volunteer who applied, for those of her communities that the actor reaches: a worker cannot decide for
 * another community. A repeat is the same admission. Throws `not_found` for anyone out of reach.
 */
export const admitVolunteer =
  ({ assignments, now, who }: Room): Handler<typeof contract.admit> =>
  async (actor, { assignmentId }) => {
    const held = await assignments.inStreet(actor.streetId, assignmentId);
    const communityIds = held?.role === 'volunteer' ? reached(actor, held.communityIds) : [];
    if (!communityIds.length || held?.state === 'ended') throw new Refusal('not_found');
    const event = { at: now(), by: actor.accountId, what: 'admitted' } as const;
    const admitted = await assignments.admit(actor.streetId, assignmentId, communityIds, event);
    if (!admitted && (await assignments.inStreet(actor.streetId, assignmentId))?.state !== 'active') {
      throw new Refusal('not_found');
    }
    who.forget();
    return { done: true };
  };
