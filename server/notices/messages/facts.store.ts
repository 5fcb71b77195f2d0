import type { Connection } from 'mongoose';
import { rawOf } from '../../store/raw.ts';
import type { ChannelName, Whom } from '../door.ts';
import type { MessageSealing, SealedMessage } from './sealing.ts';
import type { StoredMessage } from './stored-message.ts';

/** What became known of a message from outside. */
export interface Receipt {
  channel: ChannelName;
  outId: string;
  at: Date;
  /** Null: it arrived. */
  failed: NonNullable<StoredMessage['failed']> | null;
}

/** What is known of messages: read, and added to, fact by fact. */
export function createFactsStore(db: Connection, sealing: MessageSealing) {
  const raw = rawOf<SealedMessage>(db, 'messages');
  const whose = (whom: Whom) =>
    'code' in whom ? { codeKey: sealing.codeKeyOf(whom.code) } : { 'to.accountId': whom.accountId };

  /** Marks every message that this person has got of the incident; the first time counts. */
  const mark =
    (fact: 'seenAt' | 'acceptedAt') =>
    async (streetId: string, incidentId: string, whom: Whom, at: Date): Promise<void> => {
      const which = { streetId, incidentId, ...whose(whom), queuedAt: { $lte: at }, [fact]: null };
      await raw.updateMany(which, { $set: { [fact]: at } });
    };

  return {
    seen: mark('seenAt'),
    accepted: mark('acceptedAt'),

    /** Oldest first. */
    async ofIncident(streetId: string, incidentId: string): Promise<StoredMessage[]> {
      const found = await raw.find({ streetId, incidentId }).sort({ queuedAt: 1, hop: 1, _id: 1 }).toArray();
      return found.map(sealing.open);
    },

    /** Of which a message was queued for this account since then; newest first, at most 50. */
    async incidentsOf(streetId: string, accountId: string, since: Date): Promise<string[]> {
      const theirs = { streetId, 'to.accountId': accountId, queuedAt: { $gte: since }, incidentId: { $ne: null } };
      const found = await raw
        .find(theirs, { projection: { incidentId: 1 } })
        .sort({ queuedAt: -1 })
        .limit(2_000)
        .toArray();
      return [...new Set(found.map(({ incidentId }) => incidentId!))].slice(0, 50);
    },

    /** Newest first, at most 500. */
    async ofHouse(streetId: string, elderId: string): Promise<StoredMessage[]> {
      const found = await raw.find({ streetId, elderId }).sort({ queuedAt: -1 }).limit(500).toArray();
      return found.map(sealing.open);
    },
    countOfHouse: (streetId: string, elderId: string): Promise<number> => raw.countDocuments({ streetId, elderId }),
    async removeHouse(streetId: string, elderId: string): Promise<void> {
      await raw.deleteMany({ streetId, elderId });
    },

    async byCode(code: string): Promise<StoredMessage | null> {
      const [found] = await raw
        .find({ codeKey: sealing.codeKeyOf(code) })
        .sort({ queuedAt: 1 })
        .limit(1)
        .toArray();
      return found ? sealing.open(found) : null;
    },

    async byOutId(channel: ChannelName, outId: string): Promise<StoredMessage | null> {
      const found = await raw.findOne({ outId, channel });
      return found && sealing.open(found);
    },

    /** She read the notices in the app. */
    async read(streetId: string, accountId: string, messageIds: readonly string[], at: Date): Promise<void> {
      const ids = messageIds.map((id) => `${id}:app`);
      const which = { _id: { $in: ids }, streetId, 'to.accountId': accountId, seenAt: null };
      if (ids.length) await raw.updateMany(which, { $set: { seenAt: at } });
    },

    /**
     * A receipt proves that the message was sent, even if we crashed before writing that down. Arrived is final; a
     * failure that comes after it is ignored, and one that comes before it is taken back. A failure makes the message
     * due again, so that the sender goes on to the next channel. Safe to repeat.
     */
    async receipt({ channel, outId, at, failed }: Receipt): Promise<void> {
      const which = { outId, channel, deliveredAt: null };
      await raw.updateOne({ ...which, sentAt: null }, { $set: { sentAt: at, dueAt: null, token: null } });
      if (failed) await raw.updateOne({ ...which, failed: null }, { $set: { failed, dueAt: at, token: null } });
      else await raw.updateOne(which, { $set: { deliveredAt: at, failed: null } });
    },

    async acceptedBy({ _id }: StoredMessage, at: Date): Promise<void> {
      await raw.updateOne({ _id, acceptedAt: null }, { $set: { acceptedAt: at } });
    },
  };
}

export type FactsStore = ReturnType<typeof createFactsStore>;
