import type { AccountsDoor } from '../../accounts/door.ts';
import type { Clock } from '../../clock.ts';
import type { NoticesDoor } from '../../notices/door.ts';
import type { RegistryDoor } from '../../registry/door.ts';
import type { Streets } from '../../streets/index.ts';
import type { LeaveStore } from './leave.store.ts';
import type { NoteStore } from './note.store.ts';
import type { PlanStore } from './plan.store.ts';
import type { ReadRoster } from './read-roster.ts';
import type { RecordStore } from './record.store.ts';
import type { SwapStore } from './swap.store.ts';

/** By which of the two independent ways people can be reached; an unknown account by none. */
export type Reaching = (
  streetId: string,
  accountIds: readonly string[],
) => Promise<ReadonlyMap<string, { app: boolean; phone: boolean }>>;

/** What the commands of the roster work with. */
export interface Deps {
  plans: PlanStore;
  swaps: SwapStore;
  leaves: LeaveStore;
  notes: NoteStore;
  records: RecordStore;
  readRoster: ReadRoster;
  streets: Streets;
  accounts: Pick<AccountsDoor, 'people' | 'holders' | 'roleOf'>;
  registry: Pick<RegistryDoor, 'elder'>;
  tell: NoticesDoor['tell'];
  reach: Reaching;
  clock: Clock;
}
