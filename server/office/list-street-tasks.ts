import { statuses, type TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import type { office } from '@wubian/shared/office/contract.ts';
import type { Handler } from '../handler.ts';
import { communityOf, estateOf } from '../streets/index.ts';
import type { OfficeDeps } from './index.ts';

const piles = {
  waiting: ['asked', 'open'],
  running: ['claimed', 'inService'],
  toConfirm: ['done'],
  objected: ['objected'],
  finished: ['confirmed'],
  dropped: ['declined', 'cancelled', 'expired'],
} as const satisfies Record<string, readonly TaskStatus[]>;

/** The street's tasks, one pile at a time, the longest waiting first. */
export const listStreetTasks =
  ({ companion, streets }: OfficeDeps): Handler<typeof office.tasks> =>
  async ({ streetId }, { communityId, pile, limit, cursor }) => {
    const [street, { items, next }] = await Promise.all([
      streets.street(streetId),
      companion.list(streetId, { statuses: piles[pile], communityId, limit, cursor }),
    ]);
    return {
      items: items.map((task) => ({
        id: task.id,
        kind: task.kind,
        kindLabel: task.kindLabel,
        status: task.status,
        statusLabel: statuses[task.status],
        windowFrom: task.windowFrom.toISOString(),
        windowTo: task.windowTo.toISOString(),
        elderName: task.elderName,
        communityName: communityOf(street, task.communityId)?.name ?? '',
        estateName: estateOf(street, task.estateId)?.estate.name ?? '',
        askerName: task.askerName,
        volunteerName: task.volunteerName,
        askedAt: task.askedAt.toISOString(),
        since: task.since.toISOString(),
        concern: task.concern,
      })),
      next,
    };
  };
