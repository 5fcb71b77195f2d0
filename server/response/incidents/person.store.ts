import type { Connection } from 'mongoose';
import { rawIncidents } from './incident.store.ts';
import type { Sealing } from './sealing.ts';
import type { StoredIncident } from './stored-incident.ts';

/** All of one elder's calls, for her own copy and for an erasure. */
export function createPersonStore(db: Connection, sealing: Sealing) {
  const raw = rawIncidents(db);
  return {
    /** Newest first. */
    async of(streetId: string, elderId: string): Promise<StoredIncident[]> {
      const found = await raw.find({ streetId, elderId }).sort({ raisedAt: -1, _id: 1 }).toArray();
      return found.map(sealing.open);
    },
    /** Takes her name and every word out of what must stay. */
    async strip(streetId: string, elderId: string, name: string): Promise<void> {
      await raw.updateMany({ streetId, elderId }, [
        {
          $set: {
            elderName: name,
            raisedBy: {
              $cond: [{ $eq: ['$raisedBy.role', 'resident'] }, { $mergeObjects: ['$raisedBy', { name }] }, '$raisedBy'],
            },
            history: {
              $map: {
                input: '$history',
                in: {
                  $mergeObjects: [
                    '$$this',
                    {
                      words: '',
                      by: {
                        $cond: [
                          { $eq: ['$$this.by.role', 'resident'] },
                          { $mergeObjects: ['$$this.by', { name }] },
                          '$$this.by',
                        ],
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      ]);
    },
  };
}

export type PersonStore = ReturnType<typeof createPersonStore>;
