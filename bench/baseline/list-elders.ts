import { maskPhone } from '@wubian/shared/masks.ts';
import { formatDoor } from '@wubian/shared/registry/address.ts';
import { ageOn, categoryViews, deriveCategories } from '@wubian/shared/registry/categories.ts';
import { caredFor, type LifeStatus, lifeStatuses } from '@wubian/shared/registry/life.ts';
import { riskOn } from '@wubian/shared/registry/risk.ts';
import { faultsOf, type KeyFacts } from '@wubian/shared/registry/search-keys.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { rowFields } from '../../server/registry/elder.store.ts';
import type { Database } from './database.ts';

/** The first 20 elders of the community that the caller names. */
export async function listElders(database: Database, query: URLSearchParams) {
  const { elders, streetId, communities, estates, open } = database;
  const day = dayOf(new Date());
  const found = await elders
    .find(
      { streetId, communityId: { $in: [query.get('community')!] }, status: { $in: [...caredFor] } },
      { projection: rowFields },
    )
    .sort({ nameKey: 1, _id: 1 })
    .limit(21)
    .toArray();
  const page = found.slice(0, 20);
  const last = page.at(-1)!;
  return {
    items: page.map((elder) => {
      const { _id: id, version, name, sex, birthDate, communityId, gridId, estateId, sealed, status } = elder;
      const { building } = JSON.parse(open('elders', 'door', id, sealed.door));
      const community = communities.get(communityId)!;
      const facts = { ...elder, hasPoint: Boolean(elder.point) } as unknown as KeyFacts;
      return {
        id,
        version,
        name,
        sex,
        age: birthDate ? ageOn(birthDate, day) : null,
        communityId,
        communityName: community.name,
        gridName: community.grids.find((grid) => grid._id === gridId)?.name ?? '',
        addressLine: `${estates.get(estateId)!.name} ${formatDoor({ building, unit: '', room: '' })}`,
        phoneMasked: sealed.phone && maskPhone(open('elders', 'phone', id, sealed.phone)),
        categories: deriveCategories(facts, day, categoryViews.streetSix.keys)
          .filter(({ holds }) => holds === 'yes')
          .map(({ category }) => category),
        risk: riskOn(facts, day).colour,
        status,
        statusLabel: lifeStatuses[status as LifeStatus],
        responsibleId: elder.responsibleId,
        responsibleName: '',
        faults: faultsOf(facts, day),
        updatedAt: elder.updatedAt,
      };
    }),
    next: found.length > 20 ? Buffer.from(last._id + last.nameKey).toString('base64url') : null,
  };
}
