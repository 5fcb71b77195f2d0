import type { WubianApi } from '@wubian/shared/api.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../accounts/door.ts';
import type { AuditDoor } from '../audit/door.ts';
import type { Clock } from '../clock.ts';
import type { CompanionDoor } from '../companion/door.ts';
import type { Handlers } from '../handler.ts';
import type { RegistryDoor } from '../registry/door.ts';
import type { Streets } from '../streets/index.ts';
import { createFiguresStore, type FiguresStore } from './figures.store.ts';
import { keepFigures } from './keep-figures.ts';
import { listPairs } from './list-pairs.ts';
import { listStreetTasks } from './list-street-tasks.ts';
import { searchAudit } from './search-audit.ts';
import { setParameter } from './set-parameter.ts';
import { showBoard } from './show-board.ts';
import { showCategoryFigures } from './show-category-figures.ts';
import { showParameter } from './show-parameter.ts';
import { showParameters } from './show-parameters.ts';
import { setRules, showRules } from './street-rules.ts';
import { withdrawParameter } from './withdraw-parameter.ts';

export interface OfficeDeps {
  companion: CompanionDoor;
  registry: RegistryDoor;
  accounts: AccountsDoor;
  audit: AuditDoor;
  streets: Streets;
  clock: Clock;
}

/** What the commands of the room work with. */
export interface OfficeRoom extends OfficeDeps {
  figures: FiguresStore;
}

export interface Office {
  handlers: Handlers<WubianApi>['office'];
  /** For the jobs: freezes last month's figures; answers how many. Once an hour is enough. */
  keepFigures(): Promise<number>;
}

/** The street office's room: it counts and decides rules, and owns no data of the elders itself. */
export function createOffice({ db, ...deps }: OfficeDeps & { db: Connection }): Office {
  const room: OfficeRoom = { ...deps, figures: createFiguresStore(db) };
  return {
    keepFigures: keepFigures(room),
    handlers: {
      audit: searchAudit(room),
      board: showBoard(room),
      pairs: listPairs(room),
      tasks: listStreetTasks(room),
      rules: showRules(room),
      setRules: setRules(room),
      parameters: showParameters(room),
      parameter: showParameter(room),
      setParameter: setParameter(room),
      withdrawParameter: withdrawParameter(room),
      categoryFigures: showCategoryFigures(room),
    },
  };
}
