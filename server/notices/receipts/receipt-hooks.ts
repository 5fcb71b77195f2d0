import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Hook } from '../../http/hooks.ts';
import { failureWords } from '../channels/failure-words.ts';
import type { OnAccept } from '../door.ts';
import type { FactsStore } from '../messages/facts.store.ts';
import { type ReadReceipt, readSmsReceipts, readVoiceReceipts } from './read-receipts.ts';

export interface ReceiptParts {
  facts: FactsStore;
  /** Null: no receipts are taken. */
  secret: string | null;
  /** Everyone who wants to hear of a 1 that was pressed. */
  listeners: readonly OnAccept[];
  clock: Clock;
  /** A failure makes a message due again. */
  poke: () => void;
}

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * Where Aliyun pushes its receipts, behind a secret in the path. A receipt may come twice, late, out of order, or for a
 * message that is not ours: none of that changes anything. Answers 5xx only if we could not write it down: Aliyun then
 * pushes again after 1, 5 and 10 minutes.
 */
export function receiptHooks({ facts, secret, listeners, clock, poke }: ReceiptParts): Hook[] {
  async function enter(channel: 'sms' | 'voice', { outId, arrived, code, at, accepts }: ReadReceipt): Promise<void> {
    const now = clock();
    const message = await facts.byOutId(channel, outId);
    if (!message) return;
    if (arrived === false) {
      await facts.receipt({ channel, outId, at: now, failed: { code, words: failureWords(code), at: now } });
      poke();
    }
    if (arrived) await facts.receipt({ channel, outId, at: at && at < now ? at : now, failed: null });
    const { incidentId, streetId, to } = message;
    if (!accepts || !incidentId || message.acceptedAt) return;
    // Told before it is written down: whoever crashes between is told again with the next push.
    for (const listener of listeners) await listener(streetId, incidentId, to, now);
    await facts.acceptedBy(message, now);
  }

  const hook = (channel: 'sms' | 'voice', read: (body: Buffer) => ReadReceipt[] | null): Hook => ({
    path: `/hooks/aliyun/${channel}/:secret`,
    async run({ params, body }) {
      if (!secret || !isSame(params.secret ?? '', secret))
        return { status: 404, body: { code: 404, msg: '没有这个地址' } };
      const receipts = read(body);
      if (!receipts) return { status: 400, body: { code: 400, msg: '格式不对' } };
      for (const receipt of receipts) await enter(channel, receipt);
      return { status: 200, body: { code: 0, msg: '成功' } };
    },
  });
  return [hook('sms', readSmsReceipts), hook('voice', readVoiceReceipts)];
}
