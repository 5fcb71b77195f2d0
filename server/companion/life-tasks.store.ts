import type { Connection } from 'mongoose';
import { rawOf } from '../store/raw.ts';
import type { Sealing } from './sealing.ts';
import type { StoredTask } from './stored-task.ts';

/** The tasks of one elder, as far as her life decides over them. */
export function createLifeTasksStore(db: Connection, sealing: Sealing) {
  const raw = rawOf<StoredTask>(db, 'tasks');
  const most = 500;
  return {
    /** Everything that somebody may still come for, or is there for now. */
    async ahead(streetId: string, elderId: string): Promise<StoredTask[]> {
      const found = raw.find({ streetId, elderId, status: { $in: ['asked', 'open', 'claimed', 'inService'] } });
      return (await found.sort({ windowFrom: 1, _id: 1 }).limit(most).toArray()).map(sealing.openTask);
    },

    /** What her absence has cancelled and would not be over yet. */
    async cancelled(streetId: string, elderId: string, now: Date): Promise<StoredTask[]> {
      const stops = { 'history.move': { $in: ['stopAway' as const, 'stopGone' as const] } };
      const found = raw.find({ streetId, elderId, status: 'cancelled', windowTo: { $gt: now }, ...stops });
      return (await found.sort({ windowFrom: 1, _id: 1 }).limit(most).toArray()).map(sealing.openTask);
    },
  };
}

export type LifeTasksStore = ReturnType<typeof createLifeTasksStore>;
