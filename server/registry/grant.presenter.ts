import type { Output } from '@wubian/shared/endpoint.ts';
import { maskPhone } from '@wubian/shared/masks.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { grantStateOn } from '@wubian/shared/registry/grant-lifecycle.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Caller } from '../actor.ts';
import { communityName } from './elder.presenter.ts';
import { canDo, isAsker } from './grant.policy.ts';
import type { StoredGrant } from './grant.store.ts';
import type { Room } from './room.ts';

type Grant = Output<typeof registry.askGrant>;

/** Grants as this caller may see them: the asker learns whose file it is only once it was confirmed. */
export async function presentGrants(
  { accounts, elders, streets, now }: Pick<Room, 'accounts' | 'elders' | 'streets' | 'now'>,
  caller: Caller,
  grants: readonly StoredGrant[],
): Promise<Grant[]> {
  const day = dayOf(now());
  const streetIds = [...new Set(grants.map(({ streetId }) => streetId))];
  const idsIn = (id: string) =>
    grants.flatMap(({ streetId, elderId }) => (streetId === id && elderId ? [elderId] : []));
  const [people, areas, names] = await Promise.all([
    accounts.people(grants.flatMap(({ askerId, answeredBy }) => (answeredBy ? [askerId, answeredBy] : [askerId]))),
    Promise.all(streetIds.map(async (id) => [id, await streets.street(id)] as const)).then((all) => new Map(all)),
    Promise.all(streetIds.map((id) => elders.names(id, idsIn(id)))).then((all) => new Map(all.flatMap((m) => [...m]))),
  ]);

  return grants.map((grant) => {
    const asker = people.get(grant.askerId);
    const mayKnow = grant.confirmed || !isAsker(caller, grant);
    const elderId = mayKnow ? grant.elderId : null;
    const state = grantStateOn(grant, day);
    return {
      id: grant.id,
      state,
      elderId,
      elderName: (elderId && names.get(elderId)) ?? grant.typedName,
      familyName: asker?.name ?? '',
      familyPhoneMasked: asker?.phone ? maskPhone(asker.phone) : null,
      relation: grant.relation,
      scopes: grant.scopes,
      until: grant.until,
      communityId: grant.communityId,
      communityName: communityName(areas.get(grant.streetId)!, grant.communityId),
      askedAt: grant.askedAt.toISOString(),
      answeredBy: grant.answeredBy && (people.get(grant.answeredBy)?.name ?? ''),
      answeredHow: grant.answeredHow,
      answeredAt: grant.answeredAt?.toISOString() ?? null,
      note: grant.note,
      can: canDo(caller, grant, state),
    };
  });
}

/** One grant, as this caller may see it. */
export const presentGrant = async (
  room: Parameters<typeof presentGrants>[0],
  caller: Caller,
  grant: StoredGrant,
): Promise<Grant> => (await presentGrants(room, caller, [grant]))[0]!;
