import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { meOf, standingOf } from './me.ts';
import type { Room } from './room.ts';
import { communitiesFor } from './scope.ts';

/**
 * Takes up a role by oneself: family works at once (what it reaches are grants), a volunteer waits for the community.
 * A repeat with the same id is the same application. Throws `area_unknown`, `role_already_held`, `id_taken`.
 */
export const join =
  (room: Room): Handler<typeof contract.join> =>
  async (caller, { id, role, streetId, communityIds, name }) => {
    const { accounts, assignments, sessions, streets, now, who } = room;
    const { accountId } = caller;
    const street = await streets.find(streetId);
    if (!street) throw new Refusal('area_unknown');
    const scope = communitiesFor(role, street, communityIds);
    const state = role === 'family' ? 'active' : 'pending';
    const given = await assignments.give(
      { assignmentId: id, accountId, role, streetId, communityIds: scope, elderId: null, state },
      { at: now(), by: accountId, what: 'applied' },
    );
    if (given === 'idTaken') throw new Refusal('id_taken');
    if (given === 'alreadyHeld') throw new Refusal('role_already_held');

    await accounts.rename(accountId, name);
    let standing = standingOf(caller);
    if (!caller.role && state === 'active') {
      await sessions.switchRole(caller.sessionId, id, null);
      await accounts.rememberRole(accountId, id);
      standing = { assignmentId: id, secondFactor: false };
    }
    who.forget();
    return meOf(room, accountId, standing);
  };
