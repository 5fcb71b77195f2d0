import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import type { StoredSwap } from './stored.ts';

/** Offers of one's own shift; the only writer of their state. */
export function createSwapStore(db: Connection, changed: (streetId: string) => void) {
  const raw = rawOf<StoredSwap>(db, 'dutySwaps');

  return {
    byId: (streetId: string, id: string): Promise<StoredSwap | null> => raw.findOne({ _id: id, streetId }),

    /** Those that were taken and touch [from, to). */
    taken: (streetId: string, from: Date, to: Date): Promise<StoredSwap[]> =>
      raw.find({ streetId, state: 'taken', to: { $gt: from }, from: { $lt: to } }).toArray(),

    /** Open offers, and what became of her own ones since `since`; soonest first. */
    shown: (streetId: string, accountId: string, since: Date): Promise<StoredSwap[]> =>
      raw
        .find({ streetId, to: { $gt: since }, $or: [{ state: 'open' }, { by: accountId }, { takenBy: accountId }] })
        .sort({ from: 1, _id: 1 })
        .limit(100)
        .toArray(),

    async offer(swap: StoredSwap): Promise<'offered' | 'offeredBefore' | 'idTaken'> {
      try {
        await raw.insertOne(swap);
        return 'offered';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const known = await raw.findOne({ _id: swap._id });
        if (!known) return 'offeredBefore';
        return known.streetId === swap.streetId && known.by === swap.by && known.postId === swap.postId
          ? 'offered'
          : 'idTaken';
      }
    },

    /** One write, done only while the offer is open and its shift has not begun: exactly one gets it. */
    async take(streetId: string, id: string, by: string, at: Date): Promise<StoredSwap | null> {
      const taken = await raw.findOneAndUpdate(
        { _id: id, streetId, state: 'open', from: { $gt: at } },
        { $set: { state: 'taken', takenBy: by, takenAt: at } },
        { returnDocument: 'after' },
      );
      changed(streetId);
      return taken;
    },

    withdraw: (streetId: string, id: string): Promise<StoredSwap | null> =>
      raw.findOneAndUpdate(
        { _id: id, streetId, state: 'open' },
        { $set: { state: 'withdrawn' } },
        { returnDocument: 'after' },
      ),

    /** Takes back every open offer of somebody who leaves. */
    async withdrawAll(streetId: string, by: string): Promise<void> {
      await raw.updateMany({ streetId, by, state: 'open' }, { $set: { state: 'withdrawn' } });
    },

    /** The next offer whose shift has begun with nobody having taken it; null when there is none. */
    expireNext: (now: Date): Promise<StoredSwap | null> =>
      raw.findOneAndUpdate(
        { state: 'open', from: { $lte: now } },
        { $set: { state: 'expired' } },
        { returnDocument: 'after' },
      ),
  };
}

export type SwapStore = ReturnType<typeof createSwapStore>;
