import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { act, isForElder } from './act.ts';
import type { Deps } from './deps.ts';
import { withoutVolunteer } from './release-task.ts';
import { noShowFrom } from './task.policy.ts';

/** Nobody came: the task is open again, and the visit is noted with the volunteer (by the outbox, once). */
export const reportNoShow =
  (deps: Deps): Handler<typeof companion.noShow> =>
  (actor, { taskId, reason }) =>
    act(deps, actor, taskId, {
      move: 'noShow',
      extra: (task, standing) => {
        if (standing.now.getTime() < noShowFrom(task)) throw new Refusal('too_early');
        return {
          words: reason,
          forElder: isForElder(standing),
          set: withoutVolunteer,
          onlyIf: { volunteerId: task.volunteerId },
        };
      },
    });
