import type { Connection } from 'mongoose';
import { rawRows } from './row.store.ts';
import type { StoredRow } from './stored.ts';

/** All rows of one elder, for her own copy and for an erasure. */
export function createPersonStore(db: Connection) {
  const raw = rawRows(db);
  return {
    /** Newest first: ids of roll-calls grow with time. */
    of: (streetId: string, elderId: string): Promise<StoredRow[]> =>
      raw.find({ streetId, elderId }).sort({ _id: -1 }).toArray(),

    /** Takes her name, her building and the names of her own side out of what must stay. */
    async strip(streetId: string, elderId: string, name: string): Promise<void> {
      const hers = { $in: ['$$this.by.role', ['resident', 'family']] };
      const unnamed = { $mergeObjects: ['$$this', { by: { $mergeObjects: ['$$this.by', { name }] } }] };
      await raw.updateMany({ streetId, elderId }, [
        {
          $set: {
            ...{ elderName: name, building: '', keyHolders: [] },
            history: { $map: { input: '$history', in: { $cond: [hers, unnamed, '$$this'] } } },
          },
        },
      ]);
    },
  };
}

export type PersonStore = ReturnType<typeof createPersonStore>;
