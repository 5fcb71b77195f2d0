import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { newId } from '../store/ids.ts';
import type { Room } from './room.ts';
import { communitiesFor } from './scope.ts';

/**
 * The street gives a role to whoever holds this phone; she has it at her next request or first sign-in. A name that
 * she chose herself stays. Throws `bad_input`, `area_unknown`, `role_already_held`, `id_taken`.
 */
export const giveRole =
  ({ accounts, assignments, streets, now, who }: Room): Handler<typeof contract.giveRole> =>
  async (actor, { id, phone, name, role, communityIds }) => {
    const { streetId } = actor;
    const scope = communitiesFor(role, await streets.street(streetId), communityIds);
    const at = now();
    const person = await accounts.ensureByPhone(phone, { id: newId(at), name, at });
    await accounts.nameIfEmpty(person.id, name);
    const given = await assignments.give(
      { assignmentId: id, accountId: person.id, role, streetId, communityIds: scope, elderId: null, state: 'active' },
      { at, by: actor.accountId, what: 'given' },
    );
    if (given === 'idTaken') throw new Refusal('id_taken');
    if (given === 'alreadyHeld') throw new Refusal('role_already_held');
    who.forget();
    return { done: true };
  };
