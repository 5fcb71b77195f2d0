import type { Phase } from '@wubian/shared/response/rollcall/labels.ts';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import { rollCallModel } from './rollcall.model.ts';
import type { By, StoredRollCall } from './stored.ts';

/** A place in the list of roll-calls. */
interface Place {
  at: Date;
  id: string;
}

/** The roll-calls; their rows lie in `row.store.ts`. */
export function createCallStore(db: Connection) {
  const Model = rollCallModel(db);
  const raw = rawOf<StoredRollCall>(db, 'rollCalls');
  /** Helpers are for the splitting alone, and long. */
  const light = { projection: { helpers: 0 } } as const;

  return {
    byId: (streetId: string, id: string): Promise<StoredRollCall | null> => raw.findOne({ _id: id, streetId }, light),

    /** Stores it durably; false when the id is taken. */
    async insert(call: StoredRollCall): Promise<boolean> {
      try {
        await new Model(call).save();
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /** Newest first; those that ask in one of these communities. */
    page: (
      streetId: string,
      communityIds: readonly string[] | null,
      limit: number,
      after?: Place,
    ): Promise<StoredRollCall[]> =>
      raw
        .find(
          {
            streetId,
            ...(communityIds && { communityIds: { $in: [...communityIds] } }),
            ...(after && {
              $or: [{ startedAt: { $lt: after.at } }, { startedAt: after.at, _id: { $gt: after.id } }],
            }),
          },
          light,
        )
        .sort({ startedAt: -1, _id: 1 })
        .limit(limit)
        .toArray(),

    /** Takes one whose list is to be written, under a lease. */
    take: (now: Date, leaseUntil: Date, token: string): Promise<StoredRollCall | null> =>
      raw.findOneAndUpdate(
        { workDue: { $gt: new Date(0), $lte: now } },
        { $set: { workDue: leaseUntil, workToken: token } },
        { sort: { workDue: 1 }, returnDocument: 'after' },
      ),

    /** Notes how far a writing is, and goes on at `due`; false when the lease went to another. */
    async note(
      { _id, workToken, phase }: StoredRollCall,
      set: Partial<Pick<StoredRollCall, 'phase' | 'listedTo' | 'listed' | 'planned' | 'helpers' | 'toldAt'>>,
      due: Date | null,
    ): Promise<boolean> {
      const { matchedCount } = await raw.updateOne({ _id, workToken, phase }, { $set: { ...set, workDue: due } });
      return matchedCount === 1;
    },

    /** Notes a reminder if none was since `notSince`; 'repeat' when this very one has been noted. */
    async remind(streetId: string, id: string, reminderId: string, at: Date, notSince: Date) {
      const known = await raw.countDocuments({ _id: id, streetId, reminders: reminderId });
      if (known) return 'repeat' as const;
      const { modifiedCount } = await raw.updateOne(
        {
          ...{ _id: id, streetId, phase: 'running' as Phase, reminders: { $ne: reminderId } },
          $or: [{ remindedAt: null }, { remindedAt: { $lte: notSince } }],
        },
        { $set: { remindedAt: at }, $push: { reminders: reminderId } },
      );
      return modifiedCount === 1 ? ('noted' as const) : ('tooSoon' as const);
    },

    /** Closes it once; its rows are closed by the writer. */
    async close(
      streetId: string,
      id: string,
      { by, at, reason }: { by: By; at: Date; reason: string },
    ): Promise<boolean> {
      const { modifiedCount } = await raw.updateOne(
        { _id: id, streetId, phase: { $nin: ['closing', 'closed'] } },
        {
          $set: { phase: 'closing', closedAt: at, closedBy: by, closeReason: reason, workDue: at, workToken: null },
        },
      );
      return modifiedCount === 1;
    },
  };
}

export type CallStore = ReturnType<typeof createCallStore>;
