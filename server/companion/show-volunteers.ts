import type { Volunteer } from '@wubian/shared/companion/schema.ts';
import { maskName, maskPhone } from '@wubian/shared/masks.ts';
import type * as z from 'zod';
import type { Deps } from './deps.ts';
import { pointOf } from './near.ts';

type WireVolunteer = z.output<typeof Volunteer>;

interface Whom {
  accountId: string;
  communityIds: readonly string[];
}

/** Volunteers as the community and they themselves see them. `masked` names of elders for the volunteer's own eyes. */
export async function showVolunteers(
  deps: Deps,
  streetId: string,
  whom: readonly Whom[],
  elderNames: 'full' | 'masked',
): Promise<WireVolunteer[]> {
  const ids = whom.map(({ accountId }) => accountId);
  const [street, people, profiles, totals] = await Promise.all([
    deps.streets.street(streetId),
    deps.accounts.people(ids),
    deps.volunteers.profiles(streetId, ids),
    deps.ledger.totals(streetId, ids),
  ]);
  const elderIds = [...new Set([...profiles.values()].flatMap(({ ownElderIds }) => ownElderIds))];
  const names = await deps.registry.elderNames(streetId, elderIds);
  return whom.map(({ accountId, communityIds }) => {
    const person = people.get(accountId);
    const profile = profiles.get(accountId);
    return {
      accountId,
      name: person?.name ?? '',
      phoneMasked: person?.phone ? maskPhone(person.phone) : null,
      communityIds: [...communityIds],
      qualifications: (profile?.qualifications ?? []).map(({ name, until }) => ({ name, until })),
      ownElders: (profile?.ownElderIds ?? []).flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name: elderNames === 'full' ? name : maskName(name) }];
      }),
      point: pointOf(street, profile?.estateId ?? null),
      noShows: profile?.noShowOf.length ?? 0,
      minutesTotal: totals.get(accountId) ?? 0,
    };
  });
}
