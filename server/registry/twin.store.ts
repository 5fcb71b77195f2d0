import type { TwinReason } from '@wubian/shared/registry/twin-reasons.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import type { Scope } from './scope.ts';
import { twinModel, twinWalkModel } from './twin.model.ts';
import { createTwinFiles } from './twin-files.store.ts';

export interface StoredTwins {
  ids: [string, string];
  reasons: TwinReason[];
  foundAt: Date;
  dismissed: { by: string; at: Date; why: string } | null;
}

/** A pair as the search has found it. */
export interface FoundPair {
  ids: readonly [string, string];
  communityIds: readonly [string, string];
  reasons: readonly TwinReason[];
}

const pairOf = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);
const idOf = (a: string, b: string): string => pairOf(a, b).join(':');

/** Pairs of files that may be one person's. One who was said not to be one never comes back. */
export function createTwinStore(db: Connection, cipher: FieldCipher) {
  const Model = twinModel(db);
  const Walk = twinWalkModel(db);
  const place = (id: string) => ({ collection: 'twins', field: 'why', id });

  /** Both files lie in the scope; with `communityId` one of them there. */
  const inScope = ({ streetId, communityIds }: Scope, communityId?: string): QueryFilter<unknown>[] => [
    { streetId, ...(communityId && { communityIds: communityId }) },
    ...(communityIds ? [{ communityIds: { $not: { $elemMatch: { $nin: [...communityIds] } } } }] : []),
  ];

  return {
    ...createTwinFiles(db, cipher),

    /** Pairs in the order of their ids, after a place. */
    async page(
      scope: Scope,
      wanted: {
        state: 'open' | 'dismissed';
        communityId?: string | undefined;
        after?: string | undefined;
        limit: number;
      },
    ): Promise<StoredTwins[]> {
      const { state, communityId, after, limit } = wanted;
      const place_ = after ? [{ _id: { $gt: after } }] : [];
      const found = await Model.find({ $and: [...inScope(scope, communityId), { state }, ...place_] })
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      return found.map(({ _id, ids, reasons, foundAt, dismissed }) => ({
        ids: ids as [string, string],
        reasons: reasons as TwinReason[],
        foundAt,
        dismissed: dismissed ? { ...dismissed, why: cipher.open(dismissed.why, place(_id as string)) } : null,
      }));
    },

    /** Replaces the open pairs of one file by those found now. */
    async setFound(streetId: string, fileId: string, pairs: readonly FoundPair[], at: Date): Promise<void> {
      const ids = pairs.map((pair) => idOf(...pair.ids));
      await Model.deleteMany({ streetId, ids: fileId, state: 'open', _id: { $nin: ids } });
      for (const { ids: two, communityIds, reasons } of pairs) {
        const sorted = pairOf(...two);
        const write = () =>
          Model.updateOne(
            { _id: idOf(...two) },
            {
              $set: { communityIds: [...communityIds], reasons: [...reasons] },
              $setOnInsert: { streetId, ids: sorted, state: 'open', foundAt: at, dismissed: null },
            },
            { upsert: true },
          );
        await write().catch((error) => (isDuplicate(error) ? write() : Promise.reject(error)));
      }
    },

    /** Says that two files are two people's, whether the search has found the pair or not. */
    async dismiss(
      streetId: string,
      [a, b]: readonly [{ id: string; communityId: string }, { id: string; communityId: string }],
      { by, at, why }: { by: string; at: Date; why: string },
    ): Promise<void> {
      const _id = idOf(a.id, b.id);
      const dismissed = { by, at, why: cipher.seal(why, place(_id)) };
      const communityIds = [a.communityId, b.communityId];
      const onInsert = { streetId, ids: pairOf(a.id, b.id), reasons: [], foundAt: at };
      await Model.updateOne(
        { _id, streetId, state: { $ne: 'dismissed' } },
        { $set: { state: 'dismissed', dismissed, communityIds }, $setOnInsert: onInsert },
        { upsert: true },
      ).catch((error) => {
        // Dismissed already: the first reason stays.
        if (!isDuplicate(error)) throw error;
      });
    },

    isDismissed: async (streetId: string, a: string, b: string): Promise<boolean> =>
      (await Model.exists({ _id: idOf(a, b), streetId, state: 'dismissed' })) !== null,

    /** The open pairs of a file that is not a file of its own any more. */
    async forget(streetId: string, fileId: string): Promise<void> {
      await Model.deleteMany({ streetId, ids: fileId, state: 'open' });
    },

    /** How many open pairs have a file in each community, and how many there are. */
    async counts(scope: Scope): Promise<{ all: number; byCommunity: Map<string, number> }> {
      const open = { $and: [...inScope(scope), { state: 'open' }] };
      const [all, counted] = await Promise.all([
        Model.countDocuments(open),
        Model.aggregate<{ _id: string; n: number }>([
          { $match: open },
          { $project: { communityId: { $setUnion: ['$communityIds'] } } },
          { $unwind: '$communityId' },
          { $group: { _id: '$communityId', n: { $sum: 1 } } },
        ]),
      ]);
      return { all, byCommunity: new Map(counted.map(({ _id, n }) => [_id, n])) };
    },

    async place(streetId: string): Promise<{ at: Date; id: string } | null> {
      const found = await Walk.findOne({ _id: streetId }).lean();
      return found ? { at: found.at, id: found.id ?? '' } : null;
    },
    async setPlace(streetId: string, { at, id }: { at: Date; id: string }): Promise<void> {
      await Walk.updateOne({ _id: streetId }, { $set: { at, id }, $setOnInsert: { streetId } }, { upsert: true });
    },
  };
}

export type TwinStore = ReturnType<typeof createTwinStore>;
