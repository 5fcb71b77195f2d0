import type { AccountsDoor } from '../../accounts/door.ts';
import type { Clock } from '../../clock.ts';
import type { CompanionDoor } from '../../companion/door.ts';
import type { Live } from '../../live/door.ts';
import type { NoticesDoor } from '../../notices/door.ts';
import type { ChosenDoor, RegistryDoor } from '../../registry/door.ts';
import type { Streets } from '../../streets/index.ts';
import type { IncidentsDoor } from '../incidents/door.ts';
import type { RosterDoor } from '../roster/door.ts';
import type { CallStore } from './call.store.ts';
import type { ListStore } from './list.store.ts';
import type { RowStore } from './row.store.ts';

/** What the commands of this part work with. */
export interface Deps {
  calls: CallStore;
  rows: RowStore;
  lists: ListStore;
  registry: RegistryDoor & { chosen: ChosenDoor };
  accounts: AccountsDoor;
  companion: CompanionDoor;
  notices: NoticesDoor;
  roster: RosterDoor;
  incidents: IncidentsDoor;
  streets: Streets;
  live: Live;
  clock: Clock;
  /** Has writer and clock look at once. */
  poke: () => void;
}
