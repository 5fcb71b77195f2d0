import type { Filter } from 'mongodb';
import type { StoredTask } from '../../server/companion/stored-task.ts';
import { metresBetween } from '../../server/streets/index.ts';
import type { Database } from './database.ts';

const card = {
  ...{ kind: 1, kindLabel: 1, part: 1, needs: 1, windowFrom: 1, windowTo: 1, estateId: 1, communityId: 1 },
  ...{ elderMasked: 1, bring: 1, again: 1 },
};

/** The first 20 open tasks of the estate where the caller starts, which she names together with her communities. */
export async function listOpen({ tasks, streetId, estates }: Database, query: URLSearchParams) {
  const estateId = query.get('estate')!;
  const filter: Filter<StoredTask> = {
    streetId,
    status: 'open',
    communityId: { $in: query.get('communities')!.split(',') },
    windowTo: { $gt: new Date() },
    needs: { $not: { $elemMatch: { $nin: [] } } },
    elderId: { $nin: [] },
    estateId,
  };
  const found = await tasks
    .find(filter, { projection: card })
    .sort({ windowFrom: 1, _id: 1 })
    .hint('open_by_estate')
    .limit(21)
    .toArray();
  const page = found.slice(0, 20);
  const last = page.at(-1)!;
  const { name, point, community } = estates.get(estateId)!;
  const place = ['estate', last.windowFrom.getTime(), last._id, estateId].join(',');
  return {
    next: found.length > 20 ? Buffer.from(place).toString('base64url') : null,
    estates: [{ id: estateId, name, communityName: community.name, metres: metresBetween(point!, point!) }],
    own: [],
    items: page.map(({ _id, ...fields }) => ({ id: _id, ...fields })),
  };
}
