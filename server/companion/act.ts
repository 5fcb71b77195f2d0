import { canLeave, type PersonMove } from '@wubian/shared/companion/lifecycle.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from './deps.ts';
import { byOf, look, show } from './look.ts';
import type { StoredTask } from './stored-task.ts';
import { isRepeat, mayMove, type Standing } from './task.policy.ts';
import type { WireTask } from './task.presenter.ts';
import type { MoveToMake } from './task.store.ts';

type Extra = Pick<MoveToMake, 'words' | 'forElder' | 'toVolunteer' | 'set' | 'onlyIf'>;

interface Act {
  move: PersonMove;
  /** What else the move writes; may throw the refusals of its endpoint. */
  extra?: (task: StoredTask, standing: Standing) => Extra | Promise<Extra>;
  /** What someone is told who sees the task and may not make this move. */
  unless?: 'grant_needed' | 'not_allowed';
}

/**
 * One person's move, from sight to answer: who may not know of the task gets `task_not_found`, a repeat of one's own
 * success gets the task as it is, a lost race or a stale screen gets `task_moved_on`.
 */
export async function act(deps: Deps, actor: Actor, taskId: string, todo: Act): Promise<WireTask> {
  const { task, standing } = await look(deps, actor, taskId);
  const { move, extra, unless = 'not_allowed' } = todo;
  if (isRepeat(move, actor, task)) return show(deps, standing, task);
  if (!mayMove(move, standing, task)) {
    // Whose task it was until someone else decided otherwise learns that it has moved on, not that she never could.
    const wasHers = task.history.some(({ volunteerId }) => volunteerId === actor.accountId);
    throw new Refusal(wasHers ? 'task_moved_on' : unless);
  }
  if (!canLeave(move, task.status)) throw new Refusal('task_moved_on');
  const moved = await deps.tasks.move(task, {
    move,
    by: byOf(standing),
    at: standing.now,
    street: await deps.streets.street(task.streetId),
    ...(await extra?.(task, standing)),
  });
  if (moved) {
    deps.poke();
    return show(deps, standing, moved);
  }
  const current = await look(deps, actor, taskId);
  if (isRepeat(move, actor, current.task)) return show(deps, current.standing, current.task);
  throw new Refusal('task_moved_on');
}

/** True when the actor acts on the elder's side or in her place, so that the act is shown back to the elder. */
export const isForElder = ({ actor }: Standing): boolean => actor.role !== 'resident';
