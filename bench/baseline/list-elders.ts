import { maskPhone } from '@wubian/shared/masks.ts';
import { formatDoor } from '@wubian/shared/registry/address.ts';
import { ageOn, type CategoryFacts, deriveCategories } from '@wubian/shared/registry/categories.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Database } from './database.ts';

const row = {
  ...{ name: 1, nameKey: 1, sex: 1, communityId: 1, estateId: 1, birthDate: 1, living: 1, childrenLive: 1 },
  ...{ abilityLevel: 1, handicapGrade: 1, familyPlanningSpecial: 1, 'sealed.phone': 1, 'sealed.door': 1 },
};

/** The first 20 elders of the community that the caller names. */
export async function listElders(database: Database, query: URLSearchParams) {
  const { elders, streetId, communities, estates, open } = database;
  const day = dayOf(new Date());
  const found = await elders
    .find({ streetId, communityId: { $in: [query.get('community')!] } }, { projection: row })
    .sort({ nameKey: 1, _id: 1 })
    .limit(21)
    .toArray();
  const page = found.slice(0, 20);
  const last = page.at(-1)!;
  return {
    items: page.map((elder) => {
      const { _id: id, name, sex, birthDate, communityId, estateId, sealed } = elder;
      const door = JSON.parse(open('elders', 'door', id, sealed.door));
      return {
        id,
        name,
        sex,
        age: birthDate ? ageOn(birthDate, day) : null,
        communityId,
        communityName: communities.get(communityId)!.name,
        addressLine: `${estates.get(estateId)!.name} ${formatDoor(door)}`,
        phoneMasked: sealed.phone && maskPhone(open('elders', 'phone', id, sealed.phone)),
        categories: deriveCategories(elder as unknown as CategoryFacts, day)
          .filter(({ holds }) => holds === 'yes')
          .map(({ category }) => category),
      };
    }),
    next: found.length > 20 ? Buffer.from(last._id + last.nameKey).toString('base64url') : null,
  };
}
