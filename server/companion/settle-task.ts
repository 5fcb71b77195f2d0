import type { companion } from '@wubian/shared/companion/contract.ts';
import { reviewAboveMinutes } from '@wubian/shared/companion/minutes.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import type { Deps } from './deps.ts';

/** A worker decides an objection, or looks at a long service: how many minutes count, and on what ground. */
export const settleTask =
  (deps: Deps): Handler<typeof companion.settle> =>
  (actor, { taskId, minutes, reason }) =>
    act(deps, actor, taskId, {
      move: 'settle',
      extra: () => ({
        words: reason,
        set: { minutes },
        onlyIf: { $or: [{ status: 'objected' }, { minutes: { $gt: reviewAboveMinutes } }] },
      }),
    });
