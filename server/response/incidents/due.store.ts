import type { Connection } from 'mongoose';
import { dueDocuments } from '../../store/due-documents.ts';
import { rawIncidents } from './incident.store.ts';
import type { Sealing } from './sealing.ts';
import type { StoredIncident } from './stored-incident.ts';

/** What the outbox and the clock take from the incidents: those that nobody has answered first. */
export function createDueStore(db: Connection, sealing: Sealing) {
  const raw = rawIncidents(db);

  return {
    ...dueDocuments(raw, sealing.open, { rank: 1 }),

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
