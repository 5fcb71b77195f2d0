import type { companion } from '@wubian/shared/companion/contract.ts';
import { badField } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import type { Street } from '../streets/index.ts';
import { pageOf, readPlace } from './cursor.ts';
import type { Deps } from './deps.ts';
import { presentRow } from './task.presenter.ts';

/** The communities whose tasks lie on this worker's table; `bad_input` for one that does not. */
export function communitiesOf(actor: Actor, street: Street, wanted: string | undefined): string[] {
  const all = street.communities.map(({ id }) => id);
  const reach = roles[actor.role].scope === 'street' ? all : all.filter((id) => actor.communityIds.includes(id));
  if (wanted === undefined) return reach;
  if (!reach.includes(wanted)) throw badField('communityId', '不在您的范围内，请重新选择社区');
  return [wanted];
}

/** A worker's table: one pile of tasks, and how many lie in each. */
export const listQueue =
  (deps: Deps): Handler<typeof companion.queue> =>
  async (actor, { pile, communityId, limit, cursor }) => {
    const now = deps.clock();
    const place = readPlace(cursor);
    const street = await deps.streets.street(actor.streetId);
    const scope = { streetId: actor.streetId, communityIds: communitiesOf(actor, street, communityId) };
    const [rows, counts] = await Promise.all([
      deps.lists.pile(scope, pile, now, limit + 1, place),
      deps.lists.pileCounts(scope, now),
    ]);
    const { items, next } = pageOf(rows, limit, (task) => ({ at: task.since, id: task._id }));
    return { items: items.map((task) => presentRow(task, 'staff', street)), next, counts };
  };
