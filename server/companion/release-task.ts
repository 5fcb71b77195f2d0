import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import type { Deps } from './deps.ts';
import type { Settable } from './stored-task.ts';

/** What a task loses when its volunteer is no longer hers. */
export const withoutVolunteer: Settable = { again: true, volunteerId: null, volunteerName: null, claimedAt: null };

/** A volunteer gives a task back; it is open again at once. */
export const releaseTask =
  (deps: Deps): Handler<typeof companion.release> =>
  (actor, { taskId, reason }) =>
    act(deps, actor, taskId, {
      move: 'release',
      extra: () => ({ words: reason, set: withoutVolunteer, onlyIf: { volunteerId: actor.accountId } }),
    });
