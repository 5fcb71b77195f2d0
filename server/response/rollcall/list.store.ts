import { type RowState, rowStateNames } from '@wubian/shared/response/rollcall/labels.ts';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawRows } from './row.store.ts';
import type { StoredRow } from './stored.ts';

export type Counts = Record<RowState | 'all', number>;

export const noCounts = (): Counts => ({
  ...(Object.fromEntries(rowStateNames.map((state) => [state, 0])) as Record<RowState, number>),
  all: 0,
});

/** One group of rows: a place and a state. */
interface Counted {
  _id: { communityId: string; estateId?: string; building?: string; state: RowState };
  n: number;
}

/** The rows of one roll-call as a whole: written, told, counted, closed. */
export function createListStore(db: Connection) {
  const raw = rawRows(db);
  const of = (streetId: string, rollCallId: string) => ({ streetId, rollCallId });

  return {
    /** Stores what is not there yet; a repeat changes nothing. */
    async add(rows: readonly StoredRow[]): Promise<void> {
      if (rows.length === 0) return;
      try {
        await raw.insertMany([...rows], { ordered: false });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },

    /** What the splitting goes by, of every row. */
    toSplit: (streetId: string, rollCallId: string) =>
      raw
        .find(of(streetId, rollCallId))
        .project<
          Pick<StoredRow, '_id' | 'communityId' | 'estateId' | 'elderId' | 'responsibleId' | 'keyHolders' | 'planned'>
        >({ communityId: 1, estateId: 1, elderId: 1, responsibleId: 1, keyHolders: 1, planned: 1 })
        .sort({ _id: 1 })
        .toArray(),

    /** Writes who is asked, where nothing has been written yet. */
    async plan(streetId: string, planned: readonly Pick<StoredRow, '_id' | 'callers'>[]): Promise<void> {
      if (planned.length === 0) return;
      await raw.bulkWrite(
        planned.map(({ _id, callers }) => ({
          updateOne: {
            filter: { _id, streetId, planned: false },
            update: {
              $set: {
                ...{ callers, planned: true, step: callers.length ? 0 : -1 },
                calledIds: callers.slice(0, 1).map(({ accountId }) => accountId),
              },
            },
          },
        })),
        { ordered: false },
      );
    },

    /** Starts the time of all rows that have none. */
    async startTime(streetId: string, rollCallId: string, deadline: Date): Promise<void> {
      await raw.updateMany(
        { ...of(streetId, rollCallId), open: true, deadline: null, state: { $in: ['waiting', 'onTheWay'] } },
        { $set: { deadline, nextDue: deadline } },
      );
    },

    /** How many rows each person who is asked now has, of those about whom nobody knows anything yet. */
    async waitingByCaller(streetId: string, rollCallId: string): Promise<Map<string, number>> {
      const found = await raw
        .aggregate<{ _id: string | null; n: number }>([
          { $match: { ...of(streetId, rollCallId), open: true, state: 'waiting', step: { $gte: 0 } } },
          { $group: { _id: { $arrayElemAt: ['$callers.accountId', '$step'] }, n: { $sum: 1 } } },
          { $sort: { _id: 1 } },
        ])
        .toArray();
      return new Map(found.flatMap(({ _id, n }) => (_id ? [[_id, n] as const] : [])));
    },

    /** Names and roles of all who stand in the rows. */
    async callers(streetId: string, rollCallId: string): Promise<Map<string, StoredRow['callers'][number]>> {
      const found = await raw
        .aggregate<{ _id: string; one: StoredRow['callers'][number] }>([
          { $match: of(streetId, rollCallId) },
          { $unwind: '$callers' },
          { $group: { _id: '$callers.accountId', one: { $first: '$callers' } } },
        ])
        .toArray();
      return new Map(found.map(({ _id, one }) => [_id, one]));
    },

    /** Counted by community, or by the buildings of one. */
    count: (
      streetId: string,
      rollCallId: string,
      communityIds: readonly string[],
      byBuilding = false,
    ): Promise<Counted[]> =>
      raw
        .aggregate<Counted>([
          { $match: { ...of(streetId, rollCallId), communityId: { $in: [...communityIds] } } },
          {
            $group: {
              _id: {
                communityId: '$communityId',
                state: '$state',
                ...(byBuilding && { estateId: '$estateId', building: '$building' }),
              },
              n: { $sum: 1 },
            },
          },
        ])
        .toArray(),

    size: (streetId: string, rollCallId: string): Promise<number> => raw.countDocuments(of(streetId, rollCallId)),

    /** Every row of these communities, for the report. */
    all: (streetId: string, rollCallId: string, communityIds: readonly string[]): Promise<StoredRow[]> =>
      raw
        .find({ ...of(streetId, rollCallId), communityId: { $in: [...communityIds] } })
        .sort({ _id: 1 })
        .toArray(),

    /** Ends all rows: nothing is due any more, and nobody sees them in her list. */
    async close(streetId: string, rollCallId: string): Promise<void> {
      await raw.updateMany({ ...of(streetId, rollCallId), open: true }, { $set: { open: false, nextDue: null } });
    },
  };
}

export type ListStore = ReturnType<typeof createListStore>;
