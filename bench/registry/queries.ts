import type { Collection } from 'mongodb';
import type { ElderQuery } from '../../server/registry/elder-query.store.ts';
import { queryOf } from '../../server/registry/list-elders.ts';
import type { Room } from '../../server/registry/room.ts';
import type { Kind } from './kinds.ts';

type Place = NonNullable<ElderQuery['after']>;

/** The place in the middle of the list that a kind's pages go on from; undefined where they are the first. */
export async function placeIn(
  elders: Collection<{ _id: string; streetId: string }>,
  streetId: string,
  { deep, sort }: Kind,
): Promise<Place | undefined> {
  if (!deep) return undefined;
  const field = { name: 'nameKey', oldest: 'birthDate', stale: 'updatedAt' }[sort];
  const skip = Math.floor((await elders.estimatedDocumentCount()) / 2);
  const [found] = await elders
    .find<{ _id: string; [field: string]: unknown }>({ streetId }, { projection: { [field]: 1 }, maxTimeMS: 60_000 })
    .sort({ [field]: 1, _id: 1 })
    .skip(skip)
    .limit(1)
    .toArray();
  const key = found![field];
  return { id: found!._id, key: key instanceof Date ? key.toISOString() : String(key) };
}

/** Makes the store's query of a page of 20, and the one that tells whether there are more, as the list asks for it. */
export const queriesOf =
  (room: Pick<Room, 'streets' | 'now'>, streetId: string) =>
  async ({ sort }: Kind, filter: Kind['filters'][number], after?: Place): Promise<ElderQuery> =>
    (await queryOf(room, streetId, filter, { sort, limit: 21, after }))!;
