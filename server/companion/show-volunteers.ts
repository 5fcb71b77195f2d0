import type { Volunteer } from '@wubian/shared/companion/schema.ts';
import { maskName, maskPhone } from '@wubian/shared/masks.ts';
import type * as z from 'zod';
import { estateOf } from '../streets/index.ts';
import type { Deps } from './deps.ts';

type WireVolunteer = z.output<typeof Volunteer>;

interface Whom {
  accountId: string;
  communityIds: readonly string[];
}

/**
 * Volunteers as the community and they themselves see them. For `herself` the elders' names are masked; where she starts
 * from is hers alone.
 */
export async function showVolunteers(
  deps: Deps,
  streetId: string,
  whom: readonly Whom[],
  viewer: 'herself' | 'staff',
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
    const startOf = profile?.estateId ? estateOf(street, profile.estateId) : undefined;
    return {
      accountId,
      name: person?.name ?? '',
      phoneMasked: person?.phone ? maskPhone(person.phone) : null,
      communityIds: [...communityIds],
      qualifications: (profile?.qualifications ?? []).map(({ name, until }) => ({ name, until })),
      ownElders: (profile?.ownElderIds ?? []).flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name: viewer === 'staff' ? name : maskName(name) }];
      }),
      hasStart: startOf !== undefined,
      startEstate: viewer === 'herself' && startOf ? { id: startOf.estate.id, name: startOf.estate.name } : null,
      noShows: profile?.noShowOf.length ?? 0,
      minutesTotal: totals.get(accountId) ?? 0,
    };
  });
}
