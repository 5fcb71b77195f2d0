import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { act, isForElder } from './act.ts';
import type { Deps } from './deps.ts';

/** The elder or her family confirms the service, with a word of thanks if they like. */
export const confirmService =
  (deps: Deps): Handler<typeof companion.confirm> =>
  (actor, { taskId, thanks }) =>
    act(deps, actor, taskId, {
      move: 'confirm',
      unless: 'grant_needed',
      extra: (_, standing) => ({ words: thanks, forElder: isForElder(standing) }),
    });
