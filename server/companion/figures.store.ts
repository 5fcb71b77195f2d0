import { endStatuses, statusNames, type TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import type { Connection } from 'mongoose';
import { rawOf } from '../store/raw.ts';
import type { StoredTask } from './stored-task.ts';

const live = statusNames.filter((status) => !endStatuses.includes(status));

export interface Counted {
  _id: { communityId: string; status: TaskStatus };
  n: number;
  /** The earliest asking among them. */
  askedAt: Date;
}

export function createFiguresStore(db: Connection) {
  const raw = rawOf<StoredTask>(db, 'tasks');

  return {
    /** Tasks of a street by community and status: all that are not over, and what ended since `since`. */
    counts: (streetId: string, communityIds: readonly string[], since: Date): Promise<Counted[]> =>
      raw
        .aggregate<Counted>([
          {
            $match: {
              streetId,
              communityId: { $in: [...communityIds] },
              $or: [{ status: { $in: live } }, { status: { $in: [...endStatuses] }, since: { $gte: since } }],
            },
          },
          {
            $group: {
              _id: { communityId: '$communityId', status: '$status' },
              n: { $sum: 1 },
              askedAt: { $min: '$askedAt' },
            },
          },
        ])
        .toArray(),
  };
}

export type FiguresStore = ReturnType<typeof createFiguresStore>;
