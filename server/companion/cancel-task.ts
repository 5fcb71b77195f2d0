import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { act, isForElder } from './act.ts';
import type { Deps } from './deps.ts';

/** The elder's side, or the worker for her, no longer wants the help. */
export const cancelTask =
  (deps: Deps): Handler<typeof companion.cancel> =>
  (actor, { taskId, reason }) =>
    act(deps, actor, taskId, {
      move: 'cancel',
      unless: 'grant_needed',
      extra: (_, standing) => ({ words: reason, forElder: isForElder(standing) }),
    });
