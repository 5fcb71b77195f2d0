import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { act, isForElder } from './act.ts';
import type { Deps } from './deps.ts';

/** The elder or her family objects; the community looks into it, and no minutes count until then. */
export const objectToService =
  (deps: Deps): Handler<typeof companion.object> =>
  (actor, { taskId, reason }) =>
    act(deps, actor, taskId, {
      move: 'object',
      unless: 'grant_needed',
      extra: (_, standing) => ({ words: reason, forElder: isForElder(standing) }),
    });
