import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import type { Deps } from './deps.ts';
import { look, show } from './look.ts';

/** A worker answers what a volunteer was worried about. */
export const heedConcern =
  (deps: Deps): Handler<typeof companion.heed> =>
  async (actor, { taskId, words }) => {
    const seen = await look(deps, actor, taskId);
    if (seen.task.concern?.heededBy === actor.accountId) return show(deps, seen.standing, seen.task);
    return act(deps, actor, taskId, {
      move: 'heed',
      extra: ({ concern }, { now }) => {
        if (!concern || concern.heededAt) throw new Refusal('task_moved_on');
        return {
          words,
          set: {
            concern: { ...concern, heededAt: now, heededBy: actor.accountId, heededWords: words },
            concernOpen: false,
          },
          onlyIf: { concernOpen: true },
        };
      },
    });
  };
