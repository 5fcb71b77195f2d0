import type { Filter } from 'mongodb';
import type { Connection } from 'mongoose';
import { rawOf } from '../../store/raw.ts';
import { rollCallRowModel } from './rollcall.model.ts';
import type { By, Person, RowEntry, StoredRow } from './stored.ts';

export const rawRows = (db: Connection) => rawOf<StoredRow>(db, 'rollCallRows');

/** What one entry changes beside the history. */
export type RowChange = Partial<
  Pick<StoredRow, 'state' | 'deadline' | 'step' | 'callers' | 'calledIds' | 'incidentId'>
>;

/** The rows as people and the clock move them. */
export function createRowStore(db: Connection) {
  rollCallRowModel(db);
  const raw = rawRows(db);

  return {
    byId: (streetId: string, id: string): Promise<StoredRow | null> => raw.findOne({ _id: id, streetId }),

    /**
     * The only writer of a state: one entry, made only if the row is as it was read. Null when somebody was faster, or
     * the roll-call is over.
     */
    move: (
      row: StoredRow,
      entry: { id?: string; kind: RowEntry['kind']; by: By; at: Date },
      change: RowChange,
    ): Promise<StoredRow | null> => {
      const { id = null, kind, by, at } = entry;
      const { state, deadline } = row;
      return raw.findOneAndUpdate(
        { _id: row._id, streetId: row.streetId, seq: row.seq, open: true },
        {
          $set: { ...change, ...(change.deadline !== undefined && { nextDue: change.deadline }) },
          $push: { history: { id, kind, by, at, was: { state, deadline } } },
          $inc: { seq: 1 },
        },
        { returnDocument: 'after' },
      );
    },

    /** Of running roll-calls, those about which this account has been asked; at most 500. */
    askedOf: (streetId: string, accountId: string): Promise<StoredRow[]> =>
      raw.find({ streetId, calledIds: accountId, open: true }).sort({ _id: 1 }).limit(500).toArray(),

    /** Rows of running roll-calls about these elders. */
    aboutElders: (streetId: string, elderIds: readonly string[]): Promise<StoredRow[]> =>
      raw
        .find({ streetId, elderId: { $in: [...elderIds] }, open: true })
        .sort({ _id: 1 })
        .toArray(),

    /** Rows of a roll-call by id, from `after` on. */
    page: (filter: Filter<StoredRow>, limit: number, after?: string): Promise<StoredRow[]> =>
      raw
        .find({ ...filter, ...(after && { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),

    /** Takes a row whose time has come, under a lease. */
    take: (now: Date, leaseUntil: Date, token: string): Promise<StoredRow | null> =>
      raw.findOneAndUpdate(
        { nextDue: { $gt: new Date(0), $lte: now } },
        { $set: { nextDue: leaseUntil, token } },
        // A lease that a crash loses is taken again and does the same.
        { sort: { nextDue: 1 }, returnDocument: 'after', writeConcern: { w: 1, journal: false } },
      ),

    /** Nothing is due after all: look again at `next`; not if it has moved since it was read. */
    async lookAgain({ _id, seq, token }: StoredRow, next: Date | null): Promise<void> {
      await raw.updateOne({ _id, seq, token }, { $set: { nextDue: next } });
    },

    /** Another is asked in somebody's place. */
    replaced: ({ callers, step, calledIds }: StoredRow, to: Person): RowChange => ({
      callers: callers.map((one, i) => (i === step ? { ...one, ...to } : one)),
      calledIds: [...new Set([...calledIds.filter((id) => id !== callers[step]?.accountId), to.accountId])],
    }),
  };
}

export type RowStore = ReturnType<typeof createRowStore>;
