import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { pageOf, readPlace } from './cursor.ts';
import type { Deps } from './deps.ts';
import type { StoredTask } from './stored-task.ts';
import { type Standing, sightOf } from './task.policy.ts';
import { presentRow } from './task.presenter.ts';
import type { ListedTask } from './task-lists.store.ts';

const empty = { items: [], next: null };

/** The elder's side sees the elder's tasks, a volunteer those that she has taken. A worker's tasks lie in the queue. */
export const listMine =
  (deps: Deps): Handler<typeof companion.mine> =>
  async (actor, { state, limit, cursor }) => {
    const whose = await whoseTasks(deps, actor);
    if (!whose) return empty;
    const place = readPlace(cursor);
    const [street, rows] = await Promise.all([
      deps.streets.street(actor.streetId),
      deps.lists.mine(actor.streetId, whose, state, limit + 1, place),
    ]);
    const { items, next } = pageOf(rows, limit, (task) => ({ at: task.windowFrom, id: task._id }));
    const standing: Standing = { actor, now: deps.clock(), reach: null, volunteer: null };
    const sight = (task: ListedTask) =>
      'volunteerId' in whose ? (sightOf(standing, task as StoredTask) ?? 'past') : 'elderSide';
    return { items: items.map((task) => presentRow(task, sight(task), street)), next };
  };

async function whoseTasks(deps: Deps, actor: Actor): Promise<{ elderIds: string[] } | { volunteerId: string } | null> {
  if (actor.role === 'volunteer') return { volunteerId: actor.accountId };
  const elders = await deps.registry.eldersOf(actor);
  const elderIds = elders.filter(({ reach }) => reach.scopes.includes('see')).map(({ elderId }) => elderId);
  return elderIds.length ? { elderIds } : null;
}
