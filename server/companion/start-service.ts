import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import type { Deps } from './deps.ts';
import { notedAt } from './service-times.ts';

/** The volunteer begins; `at` is what her phone noted, perhaps hours ago. */
export const startService =
  (deps: Deps): Handler<typeof companion.start> =>
  (actor, { taskId, at }) =>
    act(deps, actor, taskId, {
      move: 'start',
      extra: (task, { now }) => ({
        set: { startedAt: notedAt(at, now, task.claimedAt ?? task.askedAt) },
        onlyIf: { volunteerId: actor.accountId },
      }),
    });
