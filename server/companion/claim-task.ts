import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';
import { byOf, show } from './look.ts';
import { openPage, takerOf } from './open-page.ts';
import type { StoredTask } from './stored-task.ts';
import { isRepeat, mayMove, type Standing, scopeOf, unfitFor } from './task.policy.ts';
import { blankProfile } from './volunteer.store.ts';

/** What she may read from now on: her claim is the look that the elder is shown. */
const opens = '接单后可看电话、门牌、联系人、照护提示';

/** The task that she may take next, for whoever was a moment too late. */
async function nextFor(deps: Deps, actor: Actor, { now }: Standing): Promise<string | null> {
  const [street, { profile, kin }] = await Promise.all([deps.streets.street(actor.streetId), deps.serving.of(actor)]);
  const { rows } = await openPage(deps.openTasks, takerOf(actor, profile, kin, now), street, profile.estateId, 1);
  return deps.openTasks.idOf(rows[0]);
}

/** A volunteer takes an open task. Of two at once one gets it; the other is told so, with the next task. */
export const claimTask =
  (deps: Deps): Handler<typeof companion.claim> =>
  async (actor, { taskId }, call) => {
    // Whether a claimed task exists is no secret of her own area: she has just seen it in the list.
    const { streetId, accountId } = actor;
    const [found, kin, street] = await Promise.all([
      deps.tasks.byId(scopeOf(actor), taskId),
      deps.registry.kinOf(accountId, streetId),
      deps.streets.street(streetId),
    ]);
    if (!found) throw new Refusal('task_not_found');
    // What she is trained in is asked for only where training is needed; like her kin, it is read now.
    const profile = found.needs.length ? await deps.volunteers.profile(streetId, accountId) : blankProfile(accountId);
    const standing: Standing = { actor, now: deps.clock(), reach: null, volunteer: { profile, kin } };
    const answer = async (task: StoredTask) => {
      if (task.volunteerId === actor.accountId && isRepeat('claim', actor, task)) return show(deps, standing, task);
      const lost = task.history.some(({ move }) => move === 'claim' || move === 'assign');
      if (!lost) throw new Refusal(task.status === 'asked' ? 'task_not_found' : 'task_moved_on');
      throw new Refusal('task_already_claimed', { data: { nextTaskId: await nextFor(deps, actor, standing) } });
    };
    if (found.status !== 'open') return answer(found);
    if (!mayMove('claim', standing, found)) throw new Refusal('task_not_found');
    const unfit = unfitFor(found, profile, kin, standing.now);
    if (unfit) throw new Refusal(unfit);
    if (found.windowTo <= standing.now) throw new Refusal('task_moved_on');

    const moved = await deps.tasks.move(found, {
      move: 'claim',
      by: byOf(standing),
      at: standing.now,
      street,
      toVolunteer: actor.accountId,
      set: { volunteerId: actor.accountId, volunteerName: actor.name, claimedAt: standing.now },
    });
    if (moved) {
      call.about({ elderIds: [found.elderId], what: opens, reveal: true });
      deps.poke();
      return show(deps, standing, moved);
    }
    const current = await deps.tasks.byId(scopeOf(actor), taskId);
    if (!current) throw new Refusal('task_not_found');
    return answer(current);
  };
