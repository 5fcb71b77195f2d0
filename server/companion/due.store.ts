import type { Connection } from 'mongoose';
import { rawOf } from './raw.store.ts';
import type { Sealing } from './sealing.ts';
import type { StoredTask } from './stored-task.ts';

/** Due fields hold a date or null; the partial indexes know a date by its coming after this one. */
const isDueBy = (now: Date) => ({ $gt: new Date(0), $lte: now });

/**
 * A lease and its end need not survive a crash: what was lost is taken again, and its run makes the same effects under
 * the same ids. So they do not wait for the journal, which every effect itself does.
 */
const unhurried = { writeConcern: { w: 1, journal: false } } as const;

/** What the outbox and the clock take from the tasks. A lease is the due date moved forward under a token. */
export function createDueStore(db: Connection, sealing: Sealing) {
  const raw = rawOf<StoredTask>(db, 'tasks');

  const take =
    (field: 'outboxDue' | 'nextDue', tokenField: 'outboxToken' | 'clockToken') =>
    async (now: Date, leaseUntil: Date, token: string): Promise<StoredTask | null> => {
      const found = await raw.findOneAndUpdate(
        { [field]: isDueBy(now) },
        { $set: { [field]: leaseUntil, [tokenField]: token } },
        { sort: { [field]: 1 }, returnDocument: 'after', ...unhurried },
      );
      return found && sealing.openTask(found);
    };

  return {
    takeForOutbox: take('outboxDue', 'outboxToken'),
    takeForClock: take('nextDue', 'clockToken'),

    /** The entries up to the read length have had their effects. Newer ones stay due. */
    async handled({ _id, seq, outboxToken }: StoredTask): Promise<void> {
      const { modifiedCount } = await raw.updateOne(
        { _id, outboxToken, seq },
        { $set: { handledSeq: seq, outboxDue: null, outboxToken: null } },
        unhurried,
      );
      if (modifiedCount === 0) await raw.updateOne({ _id, outboxToken }, { $max: { handledSeq: seq } });
    },

    /** Nothing is due after all: look again at `next`. Does nothing if the task has moved since it was read. */
    async lookAgain({ _id, seq, clockToken }: StoredTask, next: Date | null): Promise<void> {
      await raw.updateOne({ _id, clockToken, seq }, { $set: { nextDue: next } });
    },
  };
}

export type DueStore = ReturnType<typeof createDueStore>;
