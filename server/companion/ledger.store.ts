import type { Kind } from '@wubian/shared/companion/kinds.ts';
import type { Ground } from '@wubian/shared/companion/schema.ts';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { rawOf } from '../store/raw.ts';
import type { ServicePair } from './door.ts';
import { ledgerModel } from './ledger.model.ts';

/** One line of the ledger; `_id` is `taskId:number of the history entry` that it rests on. */
export interface StoredLine {
  _id: string;
  streetId: string;
  communityId: string;
  volunteerId: string;
  taskId: string;
  elderId: string;
  elderMasked: string;
  kind: Kind;
  kindLabel: string;
  minutes: number;
  startedAt: Date;
  finishedAt: Date;
  ground: Ground;
  groundLabel: string;
  at: Date;
}

/** Append only: there is no way to change or remove a line. */
export function createLedgerStore(db: Connection) {
  const Model = ledgerModel(db);
  const raw = rawOf<StoredLine>(db, 'ledger');

  return {
    /** Writes the line; a line that is already there stays as it is. */
    async add(line: StoredLine): Promise<void> {
      try {
        await new Model(line).save();
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },

    /** Newest first, after the line `before` if given. */
    of: (
      streetId: string,
      volunteerId: string,
      limit: number,
      before?: { at: Date; id: string },
    ): Promise<StoredLine[]> =>
      raw
        .find({
          streetId,
          volunteerId,
          ...(before && { $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }] }),
        })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .toArray(),

    /** Minutes of each volunteer; who has none is left out. */
    async totals(streetId: string, volunteerIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await raw
        .aggregate<{ _id: string; minutes: number }>([
          { $match: { streetId, volunteerId: { $in: [...volunteerIds] } } },
          { $group: { _id: '$volunteerId', minutes: { $sum: '$minutes' } } },
        ])
        .toArray();
      return new Map(rows.map(({ _id, minutes }) => [_id, minutes]));
    },

    async minutesByCommunity(streetId: string, since: Date): Promise<Map<string, number>> {
      const rows = await raw
        .aggregate<{ _id: string; minutes: number }>([
          { $match: { streetId, at: { $gte: since } } },
          { $group: { _id: '$communityId', minutes: { $sum: '$minutes' } } },
        ])
        .toArray();
      return new Map(rows.map(({ _id, minutes }) => [_id, minutes]));
    },

    /** Who served whom since `since`: most minutes first. */
    pairs: (
      streetId: string,
      since: Date,
      { communityId, skip, limit }: { communityId?: string | undefined; skip: number; limit: number },
    ): Promise<ServicePair[]> =>
      raw
        .aggregate<ServicePair>([
          { $match: { streetId, at: { $gte: since }, ...(communityId && { communityId }) } },
          {
            $group: {
              _id: { volunteerId: '$volunteerId', elderId: '$elderId', communityId: '$communityId' },
              times: { $sum: 1 },
              minutes: { $sum: '$minutes' },
              lastAt: { $max: '$finishedAt' },
            },
          },
          { $sort: { minutes: -1, '_id.volunteerId': 1, '_id.elderId': 1 } },
          { $skip: skip },
          { $limit: limit },
          {
            $project: {
              _id: 0,
              volunteerId: '$_id.volunteerId',
              elderId: '$_id.elderId',
              communityId: '$_id.communityId',
              times: 1,
              minutes: 1,
              lastAt: 1,
            },
          },
        ])
        .toArray(),
  };
}

export type LedgerStore = ReturnType<typeof createLedgerStore>;
