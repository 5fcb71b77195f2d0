import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import type { ChannelName } from '../door.ts';
import { messageModel } from './message.model.ts';
import type { MessageSealing, SealedMessage } from './sealing.ts';
import type { StoredMessage } from './stored-message.ts';

/** As the partial index of the queue knows a date. */
const epoch = new Date(0);

/** A lease that is lost in a crash is taken again and does the same: it need not wait for the journal. */
const unhurried = { writeConcern: { w: 1, journal: false } } as const;

/** Messages that wait for the sender: in by `add`, out one by one under a lease. */
export function createQueueStore(db: Connection, sealing: MessageSealing) {
  messageModel(db);
  const raw = rawOf<SealedMessage>(db, 'messages');
  const isMine = ({ _id, token }: Pick<StoredMessage, '_id' | 'token'>) => ({ _id, token });

  return {
    /** Stores what is not there yet, durably; what is there keeps its state. */
    async add(messages: readonly StoredMessage[]): Promise<void> {
      if (messages.length === 0) return;
      const write = () =>
        raw.bulkWrite(
          messages.map((message) => {
            const { _id, ...sealed } = sealing.seal(message);
            return { updateOne: { filter: { _id }, update: { $setOnInsert: sealed }, upsert: true } };
          }),
          { ordered: false },
        );
      // Two runs at once may both try to insert; the second try finds what the first one of them wrote.
      await write().catch((error) => (isDuplicate(error) ? write() : Promise.reject(error)));
    },

    /** How many messages about a house have not been settled. */
    waiting: (streetId: string, elderId: string): Promise<number> =>
      raw.countDocuments({ streetId, elderId, dueAt: { $gt: epoch } }),

    /** Takes the next one: by kind, then by turn within its house, then by age. */
    async take(now: Date, leaseUntil: Date, token: string): Promise<StoredMessage | null> {
      const found = await raw.findOneAndUpdate(
        { dueAt: { $gt: epoch, $lte: now } },
        { $set: { dueAt: leaseUntil, token } },
        { sort: { rank: 1, turn: 1, queuedAt: 1, _id: 1 }, returnDocument: 'after', ...unhurried },
      );
      return found && sealing.open(found);
    },

    /** Takes what else waits for the channel of a taken message, at most `limit`, under its lease. */
    async takeAlong({ _id, channel, token, dueAt }: StoredMessage, now: Date, limit: number): Promise<StoredMessage[]> {
      const taken: StoredMessage[] = [];
      while (taken.length < limit) {
        const found = await raw.findOneAndUpdate(
          { _id: { $ne: _id }, channel, sentAt: null, failed: null, dueAt: { $gt: epoch, $lte: now } },
          { $set: { dueAt, token } },
          { sort: { rank: 1, turn: 1, queuedAt: 1, _id: 1 }, returnDocument: 'after', ...unhurried },
        );
        if (!found) break;
        taken.push(sealing.open(found));
      }
      return taken;
    },

    /** The provider took it. Written whoever holds the lease now: a success is never sent again. */
    async sent({ _id, otherwise }: StoredMessage, at: Date, providerId: string | null): Promise<void> {
      const settled = otherwise.length ? {} : { code: '' };
      await raw.updateOne(
        { _id, sentAt: null },
        { $set: { sentAt: at, providerId, dueAt: null, token: null, ...settled } },
      );
    },

    /** It failed for good. It stays due until what follows from that is queued. */
    async failed(message: StoredMessage, failed: NonNullable<StoredMessage['failed']>): Promise<void> {
      await raw.updateOne({ ...isMine(message), sentAt: null }, { $set: { failed } });
    },

    /** What follows from the failure is queued. */
    async settle(message: StoredMessage): Promise<void> {
      await raw.updateOne(isMine(message), { $set: { dueAt: null, token: null, code: '' } });
    },

    /** Looks at it again at `dueAt`; `tries` as given. */
    async later(message: StoredMessage, dueAt: Date, tries: number): Promise<void> {
      await raw.updateOne({ ...isMine(message), sentAt: null }, { $set: { dueAt, tries, token: null } });
    },

    /** The same message on all its channels. */
    async siblings({ streetId, messageId }: StoredMessage): Promise<StoredMessage[]> {
      return (await raw.find({ streetId, messageId }).toArray()).map(sealing.open);
    },

    has: async (id: string): Promise<boolean> => (await raw.countDocuments({ _id: id }, { limit: 1 })) > 0,
    idOf: (messageId: string, channel: ChannelName): string => `${messageId}:${channel}`,
  };
}

export type QueueStore = ReturnType<typeof createQueueStore>;
