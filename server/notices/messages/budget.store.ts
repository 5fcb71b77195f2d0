import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import type { Quota } from '../channels/channel.ts';
import { budgetModel } from './budget.model.ts';

/** When the next one fits into every window that ends with it; `now` or before: at once. */
export function freeAt(times: readonly Date[], quotas: readonly Quota[], now: Date): Date {
  const sorted = times.map(Number).sort((a, b) => a - b);
  const waits = quotas.map(({ max, seconds }) => {
    // The one that must have left the window so that one more fits.
    const blocking = sorted.at(-max);
    return blocking === undefined ? 0 : blocking + seconds * 1000;
  });
  return new Date(Math.max(now.getTime(), ...waits));
}

/** Counts uses of numbers and robots in windows that slide; right across processes. */
export function createBudgetStore(db: Connection) {
  const Model = budgetModel(db);
  return {
    /** Counts one use and gives null; or counts nothing and gives when there is room again. */
    async reserve(key: string, quotas: readonly Quota[], now: Date): Promise<Date | null> {
      const longestMs = Math.max(...quotas.map(({ seconds }) => seconds)) * 1000;
      for (;;) {
        const found = (await Model.findById(key).lean()) as { times: Date[]; rev: number } | null;
        const times = (found?.times ?? []).filter((at) => at.getTime() > now.getTime() - longestMs);
        const free = freeAt(times, quotas, now);
        if (free > now) return free;
        const next = { times: [...times, now], expiresAt: new Date(now.getTime() + longestMs) };
        try {
          if (!found) {
            await Model.collection.insertOne({ _id: key as never, ...next, rev: 1 });
            return null;
          }
          const { modifiedCount } = await Model.updateOne(
            { _id: key, rev: found.rev },
            { $set: { ...next, rev: found.rev + 1 } },
          );
          if (modifiedCount) return null;
        } catch (error) {
          if (!isDuplicate(error)) throw error;
        }
        // Another one was counted meanwhile: look again.
      }
    },
  };
}

export type BudgetStore = ReturnType<typeof createBudgetStore>;
