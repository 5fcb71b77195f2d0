import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import { needAtHome } from './at-home.ts';
import { fitFor } from './candidates.ts';
import type { Deps } from './deps.ts';
import { look, show } from './look.ts';

/** A worker gives an open task to a volunteer, or a claimed one to another; both volunteers are told. */
export const assignTask =
  (deps: Deps): Handler<typeof companion.assign> =>
  async (actor, { taskId, volunteerId, reason }) => {
    const { task: seen, standing } = await look(deps, actor, taskId);
    // A repeat, or a wish that is already fulfilled.
    if (seen.volunteerId === volunteerId) return show(deps, standing, seen);
    return act(deps, actor, taskId, {
      move: 'assign',
      extra: async (task, { now }) => {
        const life = await deps.registry.lifeOf(task.streetId, task.elderId);
        if (life) needAtHome(life, task.windowFrom);
        const fit = await fitFor(deps, task, now);
        if (!fit.some(({ accountId }) => accountId === volunteerId)) throw new Refusal('volunteer_unfit');
        const name = (await deps.accounts.people([volunteerId])).get(volunteerId)?.name ?? '';
        return {
          words: reason,
          toVolunteer: volunteerId,
          set: { volunteerId, volunteerName: name, claimedAt: now },
          onlyIf: { volunteerId: task.volunteerId },
        };
      },
    });
  };
