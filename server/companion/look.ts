import { Refusal } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from './deps.ts';
import type { By, StoredTask } from './stored-task.ts';
import { type Sight, type Standing, scopeOf, sightOf } from './task.policy.ts';
import { presentTask, type WireTask } from './task.presenter.ts';

export interface Seen {
  task: StoredTask;
  sight: Sight;
  standing: Standing;
}

type StandingDeps = Pick<Deps, 'registry' | 'serving' | 'clock'>;

/** What the actor is to this task, with what the policy asks about her. */
export async function standingOf(deps: StandingDeps, actor: Actor, elderId: string): Promise<Standing> {
  const now = deps.clock();
  if (actor.role === 'volunteer') {
    return { actor, now, reach: null, volunteer: await deps.serving.of(actor) };
  }
  const reach = roles[actor.role].staff ? null : await deps.registry.reach(actor, elderId);
  return { actor, now, reach, volunteer: null };
}

/** The task with what the actor is to it; throws `task_not_found` when she may not know of it. */
export async function look(deps: Deps, actor: Actor, taskId: string): Promise<Seen> {
  const task = await deps.tasks.byId(scopeOf(actor), taskId);
  if (!task) throw new Refusal('task_not_found');
  const standing = await standingOf(deps, actor, task.elderId);
  const sight = sightOf(standing, task);
  if (!sight) throw new Refusal('task_not_found');
  return { task, sight, standing };
}

/** The wire form for this viewer; fetches only the files that she may see. */
export async function show(deps: Deps, standing: Standing, task: StoredTask): Promise<WireTask> {
  // After her own release in a community that she has left she still gets an answer: the least that there is.
  const sight = sightOf(standing, task) ?? 'past';
  const near = sight !== 'looking' && sight !== 'past';
  const wantsVolunteer = near && sight !== 'serving' && task.volunteerId !== null;
  const [street, elder, people, sharesCare] = await Promise.all([
    deps.streets.street(task.streetId),
    near ? deps.registry.elder(task.streetId, task.elderId) : null,
    wantsVolunteer ? deps.accounts.people([task.volunteerId!]) : null,
    sight === 'serving' ? deps.registry.sharesWithVolunteers(task.streetId, task.elderId) : true,
  ]);
  const volunteer = (task.volunteerId && people?.get(task.volunteerId)) || null;
  return presentTask(task, sight, standing, { street, elder, volunteer, sharesCare });
}

/** The actor as a history remembers her. */
export const byOf = ({ actor, reach }: Pick<Standing, 'actor' | 'reach'>): By => ({
  accountId: actor.accountId,
  name: actor.name,
  role: actor.role,
  relation: reach?.relation ?? null,
});
