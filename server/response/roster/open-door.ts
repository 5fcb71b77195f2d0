import { onDutyAt } from '@wubian/shared/response/roster/duty.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { Deps } from './deps.ts';
import type { DutyPerson, RosterDoor } from './door.ts';
import { staffOf } from './people.ts';

type Needs = Pick<Deps, 'accounts' | 'readRoster'>;
type Found = Pick<DutyPerson, 'accountId' | 'role' | 'via'>;

/** What the other rooms may ask: never nobody, as long as the street has anybody at all. */
export function openDoor(deps: Needs): RosterDoor {
  async function named(found: readonly Found[]): Promise<DutyPerson[]> {
    const people = await deps.accounts.people(found.map(({ accountId }) => accountId));
    return found.flatMap((one) => {
      const person = people.get(one.accountId);
      return person ? [{ ...one, name: person.name, phone: person.phone }] : [];
    });
  }

  /** Who is planned for a place and still holds a role for it, each once. */
  async function planned(streetId: string, place: string | null, at: Date): Promise<Found[]> {
    const [{ roster }, staff] = await Promise.all([deps.readRoster.around(streetId, at), staffOf(deps, streetId)]);
    const found = new Map<string, Found>();
    for (const { communityId, accountId, via } of onDutyAt(roster, at.getTime())) {
      const role = communityId === place ? staff.roleIn(accountId, place) : null;
      if (role && !found.has(accountId)) found.set(accountId, { accountId, role, via });
    }
    return [...found.values()];
  }

  async function standIns(streetId: string, role: Role, communityId?: string): Promise<Found[]> {
    const holders = await deps.accounts.holders(streetId, [role], communityId);
    const ids = [...new Set(holders.map(({ accountId }) => accountId))];
    return ids.map((accountId) => ({ accountId, role, via: 'leader' as const }));
  }

  async function leaders(streetId: string, at: Date): Promise<DutyPerson[]> {
    const found = await named(await planned(streetId, null, at));
    return found.length ? found : named(await standIns(streetId, 'streetOffice'));
  }

  return {
    leaders,
    async onDuty(streetId, communityId, at) {
      const found = await named(await planned(streetId, communityId, at));
      if (found.length) return found;
      const heads = await named(await standIns(streetId, 'communityHead', communityId));
      if (heads.length) return heads;
      return (await leaders(streetId, at)).map((one) => ({ ...one, via: 'leader' as const }));
    },
  };
}
