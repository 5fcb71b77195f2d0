import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { Streets } from '../streets/index.ts';
import type { createByAbilityStore } from './by-ability.store.ts';
import type { ElderStore } from './elder.store.ts';
import type { GrantStore } from './grant.store.ts';
import type { SavedSearchStore } from './saved-search.store.ts';

/** What the commands of this room work with; each takes the parts that it names. */
export interface Room {
  elders: ElderStore;
  byAbility: ReturnType<typeof createByAbilityStore>;
  grants: GrantStore;
  searches: SavedSearchStore;
  streets: Streets;
  accounts: AccountsDoor;
  notices: NoticesDoor;
  now: Clock;
  log: Logger;
}
