import type { WubianApi } from '@wubian/shared/api.ts';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { CompanionDoor } from '../companion/door.ts';
import type { Handlers } from '../handler.ts';
import type { RegistryDoor } from '../registry/door.ts';
import type { Streets } from '../streets/index.ts';
import { listPairs } from './list-pairs.ts';
import { listStreetTasks } from './list-street-tasks.ts';
import { showBoard } from './show-board.ts';
import { setRules, showRules } from './street-rules.ts';

export interface OfficeDeps {
  companion: CompanionDoor;
  registry: RegistryDoor;
  accounts: AccountsDoor;
  streets: Streets;
  clock: Clock;
}

/** The street office's room: it counts and decides rules, and owns no data of the elders itself. */
export const createOffice = (deps: OfficeDeps): { handlers: Handlers<WubianApi>['office'] } => ({
  handlers: {
    board: showBoard(deps),
    pairs: listPairs(deps),
    tasks: listStreetTasks(deps),
    rules: showRules(deps),
    setRules: setRules(deps),
  },
});
