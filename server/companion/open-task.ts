import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { act } from './act.ts';
import type { Deps } from './deps.ts';

/** A worker has checked the request and opens it to volunteers. */
export const openTask =
  (deps: Deps): Handler<typeof companion.open> =>
  (actor, { taskId, note }) =>
    act(deps, actor, taskId, { move: 'open', extra: () => ({ words: note }) });
