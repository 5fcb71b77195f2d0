import type { Streets } from '../streets/index.ts';
import { pageOf, readPlace } from './cursor.ts';
import type { CompanionDoor, TaskFigures } from './door.ts';
import type { FiguresStore } from './figures.store.ts';
import type { LedgerStore } from './ledger.store.ts';
import type { TaskListsStore } from './task-lists.store.ts';
import type { VolunteerStore } from './volunteer.store.ts';

const days30 = 30 * 86_400_000;
const waiting = ['asked', 'open'];

interface DoorDeps {
  lists: TaskListsStore;
  figures: FiguresStore;
  ledger: LedgerStore;
  streets: Streets;
  volunteers: VolunteerStore;
}

/** What the office may ask of this room. */
export function createDoor({ lists, figures, ledger, streets, volunteers }: DoorDeps): CompanionDoor {
  return {
    pairedWith: (streetId, elderId) => volunteers.pairedWith(streetId, elderId),
    eldersPairedWith: async (streetId, accountId) => (await volunteers.profile(streetId, accountId)).ownElderIds,
    startsOf: (streetId, accountIds) => volunteers.startsOf(streetId, accountIds),

    async figures(streetId, now) {
      const since = new Date(now.getTime() - days30);
      const { communities } = await streets.street(streetId);
      const ids = communities.map(({ id }) => id);
      const [counts, minutes] = await Promise.all([
        figures.counts(streetId, ids, since),
        ledger.minutesByCommunity(streetId, since),
      ]);
      return ids.map((communityId): TaskFigures => {
        const rows = counts.filter(({ _id }) => _id.communityId === communityId);
        const byStatus = Object.fromEntries(rows.map(({ _id, n }) => [_id.status, n])) as TaskFigures['byStatus'];
        const waits = rows.filter(({ _id }) => waiting.includes(_id.status)).map(({ askedAt }) => askedAt.getTime());
        return {
          communityId,
          byStatus,
          waitingSince: waits.length ? new Date(Math.min(...waits)) : null,
          confirmed30d: byStatus.confirmed ?? 0,
          expired30d: byStatus.expired ?? 0,
          minutes30d: minutes.get(communityId) ?? 0,
        };
      });
    },

    pairs: (streetId, since, page) => ledger.pairs(streetId, since, page),

    async list(streetId, { statuses, communityId, limit, cursor }) {
      // Named one by one, so that the index can merge their orders instead of sorting a whole street.
      const all = (await streets.street(streetId)).communities.map(({ id }) => id);
      const scope = { streetId, communityIds: communityId ? [communityId] : all };
      const rows = await lists.byStatus(scope, statuses, limit + 1, readPlace(cursor));
      const { items, next } = pageOf(rows, limit, (task) => ({ at: task.since, id: task._id }));
      return {
        items: items.map((task) => ({
          id: task._id,
          kind: task.kind,
          kindLabel: task.kindLabel,
          status: task.status,
          windowFrom: task.windowFrom,
          windowTo: task.windowTo,
          elderId: task.elderId,
          elderName: task.elderName,
          communityId: task.communityId,
          estateId: task.estateId,
          askerName: task.asker.name,
          volunteerName: task.volunteerName,
          askedAt: task.askedAt,
          since: task.since,
          concern: task.concern !== null,
        })),
        next,
      };
    },
  };
}
