import type { Connection } from 'mongoose';
import { rawIncidents } from './incident.store.ts';
import type { Sealing } from './sealing.ts';
import type { StoredIncident } from './stored-incident.ts';

/** Due fields hold a date or null; the partial indexes know a date by its coming after this one. */
const isDueBy = (now: Date) => ({ $gt: new Date(0), $lte: now });

/** A lease need not survive a crash: what was lost is taken again, and does the same under the same ids. */
const unhurried = { writeConcern: { w: 1, journal: false } } as const;

/** What the outbox and the clock take from the incidents: those that nobody has answered first. */
export function createDueStore(db: Connection, sealing: Sealing) {
  const raw = rawIncidents(db);

  const take =
    (field: 'outboxDue' | 'nextDue', tokenField: 'outboxToken' | 'clockToken') =>
    async (now: Date, leaseUntil: Date, token: string): Promise<StoredIncident | null> => {
      const found = await raw.findOneAndUpdate(
        { [field]: isDueBy(now) },
        { $set: { [field]: leaseUntil, [tokenField]: token } },
        { sort: { rank: 1, [field]: 1 }, returnDocument: 'after', ...unhurried },
      );
      return found && sealing.open(found);
    };

  return {
    takeForOutbox: take('outboxDue', 'outboxToken'),
    takeForClock: take('nextDue', 'clockToken'),

    /** The entries up to the read length have had their effects. Newer ones stay due. */
    async handled({ _id, seq, outboxToken }: StoredIncident): Promise<void> {
      const { modifiedCount } = await raw.updateOne(
        { _id, outboxToken, seq },
        { $set: { handledSeq: seq, outboxDue: null, outboxToken: null } },
        unhurried,
      );
      if (modifiedCount === 0) await raw.updateOne({ _id, outboxToken }, { $max: { handledSeq: seq } });
    },

    /** Nothing is due after all: look again at `next`. Does nothing if it has moved since it was read. */
    async lookAgain({ _id, seq, clockToken }: StoredIncident, next: Date | null): Promise<void> {
      await raw.updateOne({ _id, clockToken, seq }, { $set: { nextDue: next } });
    },

    /** Open ones that no clock would ever look at again, or has not for long: the watchdog's finds. */
    forgotten: (overdueSince: Date): Promise<StoredIncident[]> =>
      raw
        .find({ open: true, $or: [{ nextDue: null }, { nextDue: { $lt: overdueSince } }] })
        .limit(500)
        .toArray(),

    /** Has the clock look at it now. */
    async wake({ _id, streetId }: StoredIncident, now: Date): Promise<void> {
      await raw.updateOne({ _id, streetId, open: true }, { $set: { nextDue: now, clockToken: null } });
    },
  };
}

export type DueStore = ReturnType<typeof createDueStore>;
