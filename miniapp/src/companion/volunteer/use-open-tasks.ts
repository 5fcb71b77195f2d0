import { api } from '../../api.ts';
import { usePaged } from '../../paged-query.ts';
import type { EstateNear, OpenTask } from '../types.ts';

/** An open task with where it is and whether its elder is one of the volunteer's own. */
export interface OpenCard {
  task: OpenTask;
  estate: EstateNear | undefined;
  own: boolean;
}

async function openCards(cursor: string | undefined): Promise<{ items: OpenCard[]; next: string | null }> {
  const { items, next, estates, own } = await api.companion.openTasks({ limit: 20, cursor });
  const cards = items.map((task) => ({
    task,
    estate: estates.find(({ id }) => id === task.estateId),
    own: own.includes(task.id),
  }));
  return { items: cards, next };
}

/** The open tasks that this volunteer may take, in the server's order: her own elders first, then by distance. */
export const useOpenTasks = () => usePaged(['companion', 'open'], openCards);
