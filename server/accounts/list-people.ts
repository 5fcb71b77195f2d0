import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { maskPhone } from '@wubian/shared/masks.ts';
import { type Role, roleMay, roleNames } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { presentAssignment } from './me.ts';
import type { Room } from './room.ts';

/** The most that one look shows; a street has some hundreds of volunteers, and the list narrows by role and state. */
const most = 500;

/** Whom the actor oversees: the street its staff and helpers, a community its volunteers. */
const overseen = (actor: Actor): Role[] =>
  roleMay(actor.role, 'people.manage')
    ? roleNames.filter((role) => role !== 'resident' && role !== 'family')
    : ['volunteer'];

/** Staff and volunteers within the actor's reach; those who wait for admission first. */
export const listPeople =
  ({ accounts, assignments, streets }: Room): Handler<typeof contract.people> =>
  async (actor, { role, state }) => {
    const held = await assignments.people(actor.streetId, {
      roles: overseen(actor).filter((name) => !role || name === role),
      states: state ? [state] : ['pending', 'active'],
      communityIds: roleMay(actor.role, 'people.manage') ? undefined : actor.communityIds,
      limit: most,
    });
    const [street, people] = await Promise.all([
      streets.street(actor.streetId),
      accounts.byIds(held.map(({ accountId }) => accountId)),
    ]);
    const byId = new Map(people.map((person) => [person.id, person]));
    return {
      items: held.flatMap((assignment) => {
        const person = byId.get(assignment.accountId);
        return person
          ? {
              accountId: person.id,
              name: person.name,
              phoneMasked: person.phone && maskPhone(person.phone),
              assignment: presentAssignment(assignment, street),
            }
          : [];
      }),
    };
  };
