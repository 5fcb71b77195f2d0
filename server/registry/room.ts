import type { AccountsDoor } from '../accounts/door.ts';
import type { AuditDoor } from '../audit/door.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { Streets } from '../streets/index.ts';
import type { createByAbilityStore } from './by-ability.store.ts';
import type { LifeFollower } from './door.ts';
import type { ElderStore } from './elder.store.ts';
import type { ElderBatchStore } from './elder-batch.store.ts';
import type { GrantStore } from './grant.store.ts';
import type { LifeStore } from './life.store.ts';
import type { createKeyRenewal } from './life-keys.store.ts';
import type { SavedSearchStore } from './saved-search.store.ts';

/** What the commands of this room work with; each takes the parts that it names. */
export interface Room {
  elders: ElderStore;
  batch: ElderBatchStore;
  byAbility: ReturnType<typeof createByAbilityStore>;
  grants: GrantStore;
  searches: SavedSearchStore;
  life: LifeStore;
  renewKeysOf: ReturnType<typeof createKeyRenewal>;
  /** The rooms that follow a life; they come after this one in the composition. */
  lifeFollowers: LifeFollower[];
  streets: Streets;
  accounts: AccountsDoor;
  audit: AuditDoor;
  notices: NoticesDoor;
  now: Clock;
  log: Logger;
}
