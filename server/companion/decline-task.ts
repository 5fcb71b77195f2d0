import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import type { Deps } from './deps.ts';

/** A worker does not take the request on; who asked reads the reason. */
export const declineTask =
  (deps: Deps): Handler<typeof companion.decline> =>
  (actor, { taskId, reason }) =>
    act(deps, actor, taskId, { move: 'decline', extra: () => ({ words: reason }) });
