import { Refusal } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { HeldRole, Person } from '../accounts/door.ts';
import type { Actor } from '../actor.ts';
import type { Charge, Leaving } from '../charges.ts';
import { isInScope, scopeOf } from './scope.ts';
import type { StewardRoom as Room } from './stewardship.ts';

/** Everything that a person holds in the street, as if all her roles ended. */
export async function leavingOf(
  { accounts, peopleRoles }: Room,
  streetId: string,
  accountId: string,
): Promise<Leaving> {
  const held = await accounts.holders(streetId, peopleRoles);
  return { streetId, accountId, ends: held.filter((one) => one.accountId === accountId), stays: [] };
}

const touches = (actor: Actor, { role, communityIds }: HeldRole): boolean => {
  const scope = scopeOf(actor);
  if (scope.communityIds === null) return true;
  return roles[role].scope === 'communities' && communityIds.some((one) => scope.communityIds!.includes(one));
};

/** A person of the caller's area with her roles there; throws `person_not_found`. */
export async function personInReach(
  room: Room,
  actor: Actor,
  accountId: string,
): Promise<{ person: Person; reached: HeldRole[]; leaving: Leaving }> {
  const [leaving, people] = await Promise.all([
    leavingOf(room, actor.streetId, accountId),
    room.accounts.people([accountId]),
  ]);
  const reached = leaving.ends.filter((one) => touches(actor, one));
  const person = people.get(accountId);
  if (!person || reached.length === 0) throw new Refusal('person_not_found');
  return { person, reached, leaving };
}

/** What hangs on somebody who leaves, of every room. */
export async function chargesOf({ charges }: Pick<Room, 'charges'>, leaving: Leaving): Promise<Charge[]> {
  return (await Promise.all(charges.map((one) => one.of(leaving)))).flat();
}

/** Those of them that lie in the caller's area. */
export const inReach = <C extends Charge>(actor: Actor, all: readonly C[]): C[] => {
  const scope = scopeOf(actor);
  const { streetId } = actor;
  return all.filter(({ communityId }) => communityId === null || isInScope(scope, { streetId, communityId }));
};
