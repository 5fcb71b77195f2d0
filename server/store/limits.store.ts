import { Refusal } from '@wubian/shared/refusals.ts';
import type mongoose from 'mongoose';
import { isDuplicate } from './is-duplicate.ts';

export interface Limit {
  /** How often within a window. */
  max: number;
  windowSeconds: number;
}

export interface Limits {
  /**
   * Counts one try under `key` in the fixed window that holds `now`; throws `too_many_tries` with
   * `retryAfterSeconds` when the window is full. Right across processes: the count is one atomic write.
   */
  take(key: string, limit: Limit, now: Date): Promise<void>;
  /** Makes the index by which old windows are removed; at every start. */
  ensureIndexes(): Promise<void>;
}

interface Window {
  _id: string;
  count: number;
  expiresAt: Date;
}

export interface LimitsOptions {
  connection: mongoose.Connection;
  /** Hides phones and addresses in the stored key; the index function of the field cipher. */
  hide: (key: string) => string;
}

/** Limits by number, address or person, kept in the database. */
export function limitsStore({ connection, hide }: LimitsOptions): Limits {
  const windows = connection.collection<Window>('limits');

  async function count(id: string, expiresAt: Date): Promise<number> {
    const change = { $inc: { count: 1 }, $setOnInsert: { expiresAt } };
    const after = () => windows.findOneAndUpdate({ _id: id }, change, { upsert: true, returnDocument: 'after' });
    // Two first tries at once may both insert; the one that loses counts on what the other made.
    const window = await after().catch((error) => {
      if (!isDuplicate(error)) throw error;
      return after();
    });
    return window!.count;
  }

  return {
    async take(key, { max, windowSeconds }, now) {
      const seconds = Math.floor(now.getTime() / 1000);
      const start = seconds - (seconds % windowSeconds);
      const expiresAt = new Date((start + windowSeconds) * 1000);
      const used = await count(`${hide(key)}:${windowSeconds}:${start}`, expiresAt);
      if (used > max) {
        const retryAfterSeconds = Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 1000));
        throw new Refusal('too_many_tries', { data: { retryAfterSeconds } });
      }
    },
    async ensureIndexes() {
      await windows.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    },
  };
}
