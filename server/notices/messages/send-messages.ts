import type { Clock } from '../../clock.ts';
import type { ChannelName, MessageToSend } from '../door.ts';
import type { QueueStore } from './queue.store.ts';
import type { MessageSealing } from './sealing.ts';
import { rankOf, type StoredMessage } from './stored-message.ts';

interface Parts {
  queue: QueueStore;
  sealing: MessageSealing;
  clock: Clock;
  /** Something is due. */
  poke: () => void;
}

/** The next channel of a message that waits as it does, in the same place of the queue. */
export const onChannel = (
  message: StoredMessage,
  channel: ChannelName,
  { queue, sealing }: Pick<Parts, 'queue' | 'sealing'>,
  now: Date,
): StoredMessage => {
  const _id = queue.idOf(message.messageId, channel);
  const facts = { sentAt: null, deliveredAt: null, seenAt: null, acceptedAt: null, failed: null };
  const outId = sealing.outIdOf(_id);
  return {
    ...message,
    ...facts,
    _id,
    channel,
    outId,
    providerId: null,
    queuedAt: now,
    dueAt: now,
    token: null,
    tries: 0,
  };
};

/** Stores messages for the sender, one document for each channel, and wakes it. */
export const sendMessages =
  ({ queue, sealing, clock, poke }: Parts) =>
  async (messages: readonly MessageToSend[]): Promise<void> => {
    const now = clock();
    const waiting = new Map<string, number>();
    const stored: StoredMessage[] = [];
    for (const { id, house, channels, ...message } of messages) {
      const key = `${message.streetId}:${house}`;
      const turn = waiting.get(key) ?? (await queue.waiting(message.streetId, house));
      waiting.set(key, turn + 1);
      const common = {
        ...message,
        messageId: id,
        elderId: house,
        rank: rankOf(message.kind),
        turn,
        hop: 0,
      } as StoredMessage;
      stored.push(...[...new Set(channels)].map((channel) => onChannel(common, channel, { queue, sealing }, now)));
    }
    await queue.add(stored);
    poke();
  };
