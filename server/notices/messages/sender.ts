import type { Clock } from '../../clock.ts';
import { dueWorker, type Job } from '../../jobs/due-worker.ts';
import type { Logger } from '../../log.ts';
import { type Channel, ChannelRefused, type Outgoing, SEND_DEADLINE_MS } from '../channels/channel.ts';
import { failureWords } from '../channels/failure-words.ts';
import type { ChannelName, Recipient } from '../door.ts';
import type { BudgetStore } from './budget.store.ts';
import type { QueueStore } from './queue.store.ts';
import type { MessageSealing } from './sealing.ts';
import { onChannel } from './send-messages.ts';
import { isOpen, type StoredMessage, wasTaken } from './stored-message.ts';

/** After a temporary failure it is tried again this much later, three times in all. */
export const RETRY_MS = 15_000;
export const MOST_TRIES = 3;
/** So many may be joined into one, at most. */
const MOST_TOGETHER = 50;

export interface SenderParts {
  queue: QueueStore;
  budgets: BudgetStore;
  sealing: MessageSealing;
  /** The channels that this house has. */
  channels: ReadonlyMap<ChannelName, Channel>;
  /** Name and phone of an account, where a message does not say them. */
  complete(to: Recipient): Promise<Recipient>;
  clock: Clock;
  log: Logger;
}

/**
 * Hands messages to their channels, in any number of processes. What a channel took is written down and never sent
 * again; a crash between the two sends once more, as no provider offers better. What it refuses goes to the next
 * channel of `otherwise` in the same run.
 */
export function createSender({ queue, budgets, sealing, channels, complete, clock, log }: SenderParts): Job {
  async function toOutgoing(message: StoredMessage): Promise<Outgoing> {
    const { _id, messageId, outId, streetId, kind, incidentId, title, body, code, at } = message;
    const to = await complete(message.to);
    return { id: _id, messageId, outId, streetId, kind, incidentId, to, title, body, code, at };
  }

  /** Queues the next channel unless one outside the app has taken the message or may still take it. */
  async function goOn(message: StoredMessage, now: Date): Promise<void> {
    if (message.otherwise.length === 0) return;
    const all = await queue.siblings(message);
    const others = all.filter(({ _id, channel }) => channel !== 'app' && _id !== message._id);
    if (others.some((one) => wasTaken(one) || isOpen(one))) return;
    const next = message.otherwise.find((channel) => !all.some((one) => one.channel === channel));
    const hop = all.length;
    if (next) await queue.add([onChannel({ ...message, hop }, next, { queue, sealing }, now)]);
  }

  async function giveUp(message: StoredMessage, refused: ChannelRefused, now: Date): Promise<void> {
    const { kind, code } = refused;
    await queue.failed(message, { code, words: failureWords(code, kind), at: now });
    await goOn(message, now);
    await queue.settle(message);
  }

  async function refuse(message: StoredMessage, refused: ChannelRefused, now: Date): Promise<void> {
    const { _id, channel, tries } = message;
    const again = refused.kind === 'temporary' && tries + 1 < MOST_TRIES;
    log.warn({ channel, refused: refused.kind, errorCode: refused.code, tries: tries + 1 }, 'message not taken');
    if (again) await queue.later(message, new Date(now.getTime() + RETRY_MS), tries + 1);
    else await giveUp({ ...message, _id }, refused, now);
  }

  /** The whole of one send: quota, then the provider. Gives when there is room again if the channel can wait. */
  async function hand(channel: Channel, outgoing: Outgoing, now: Date): Promise<Date | { providerId: string | null }> {
    const { quotas, addressOf } = channel;
    if (quotas && addressOf) {
      const address = addressOf(outgoing);
      if (!address) throw new ChannelRefused('badAddress', 'noPhone');
      const free = await budgets.reserve(sealing.addressKeyOf(channel.name, address), quotas, now);
      if (free && channel.bundle) return free;
      if (free) throw new ChannelRefused('quota', 'ownQuota');
    }
    return channel.send(outgoing, AbortSignal.timeout(SEND_DEADLINE_MS)).catch((error) => {
      if (error instanceof ChannelRefused) throw error;
      log.error({ channel: channel.name, err: error }, 'channel broke');
      throw new ChannelRefused('temporary', 'unexpected');
    });
  }

  async function run(message: StoredMessage, now: Date): Promise<void> {
    if (!isOpen(message)) {
      // A receipt said that it failed, or we stopped between failing and going on.
      if (message.failed) await goOn(message, now);
      return queue.settle(message);
    }
    const channel = channels.get(message.channel);
    if (!channel) return giveUp(message, new ChannelRefused('permanent', 'notConfigured'), now);

    const along = channel.bundle ? await queue.takeAlong(message, now, MOST_TOGETHER) : [];
    const waiting = [message, ...along];
    const open = await Promise.all(waiting.map(toOutgoing));
    const { joined, taken } = channel.bundle?.(open) ?? { joined: open[0]!, taken: 1 };
    const these = waiting.slice(0, taken);
    for (const one of waiting.slice(taken)) await queue.later(one, now, one.tries);
    // A machine so slow that the lease may end while it sends leaves the message to whoever takes it next: else two send.
    if (clock().getTime() + SEND_DEADLINE_MS > (message.dueAt?.getTime() ?? 0)) return;
    try {
      const done = await hand(channel, joined, now);
      if (done instanceof Date) {
        for (const one of these) await queue.later(one, done, one.tries);
        return;
      }
      for (const one of these) await queue.sent(one, clock(), done.providerId);
    } catch (error) {
      if (!(error instanceof ChannelRefused)) throw error;
      for (const one of these) await refuse(one, error, now);
      return;
    }
    // The app alone is not enough where something else was named for that case.
    if (message.channel === 'app') await goOn(message, now);
  }

  return dueWorker({
    name: 'message sender',
    take: queue.take,
    run,
    idOf: ({ _id }) => _id,
    clock,
    log,
    pollMs: 1_000,
    leaseMs: 2 * SEND_DEADLINE_MS,
    loops: 8,
  });
}
