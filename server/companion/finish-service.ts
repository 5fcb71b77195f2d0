import type { companion } from '@wubian/shared/companion/contract.ts';
import { serviceMinutes } from '@wubian/shared/companion/minutes.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import type { Deps } from './deps.ts';
import { notedAt } from './service-times.ts';

/** The volunteer ends the service and says what was done; a concern goes to the worker as an urgent notice. */
export const finishService =
  (deps: Deps): Handler<typeof companion.finish> =>
  (actor, { taskId, at, did, noticed, concern }) =>
    act(deps, actor, taskId, {
      move: 'finish',
      extra: ({ startedAt }, { now }) => {
        const finishedAt = notedAt(at, now, startedAt!);
        const minutes = serviceMinutes(startedAt!.toISOString(), finishedAt.toISOString());
        if (minutes === null) throw new Refusal('service_times_wrong');
        return {
          set: {
            finishedAt,
            minutes,
            did,
            noticed,
            concern: concern ? { words: concern, at: now, heededAt: null, heededBy: null, heededWords: '' } : null,
            concernOpen: concern !== '',
          },
          onlyIf: { volunteerId: actor.accountId },
        };
      },
    });
