import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { Streets } from '../streets/index.ts';
import type { ElderStore } from './elder.store.ts';
import type { GrantStore } from './grant.store.ts';

/** What the commands of this room work with; each takes the parts that it names. */
export interface Room {
  elders: ElderStore;
  grants: GrantStore;
  streets: Streets;
  accounts: AccountsDoor;
  notices: NoticesDoor;
  now: Clock;
  log: Logger;
}
