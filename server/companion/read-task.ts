import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';
import { look, show } from './look.ts';

/** One task, as much of it as this viewer may see. */
export const readTask =
  (deps: Deps): Handler<typeof companion.read> =>
  async (actor, { taskId }) => {
    const { standing, task } = await look(deps, actor, taskId);
    return show(deps, standing, task);
  };
