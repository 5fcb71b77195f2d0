import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { RegistryDoor } from '../registry/door.ts';
import type { Streets } from '../streets/index.ts';
import type { KeptServing } from './kept-serving.ts';
import type { LedgerStore } from './ledger.store.ts';
import type { OpenTasksStore } from './open-tasks.store.ts';
import type { PhotoStore } from './photo.store.ts';
import type { StoredTask } from './stored-task.ts';
import type { TaskStore } from './task.store.ts';
import type { TaskListsStore } from './task-lists.store.ts';
import type { VolunteerStore } from './volunteer.store.ts';

/** What the commands of the room work with. */
export interface Deps {
  tasks: TaskStore;
  lists: TaskListsStore;
  openTasks: OpenTasksStore;
  volunteers: VolunteerStore;
  /** What of a volunteer decides what she is shown. */
  serving: KeptServing;
  ledger: LedgerStore;
  photos: PhotoStore;
  streets: Streets;
  accounts: AccountsDoor;
  registry: RegistryDoor;
  clock: Clock;
  /** Cancels a request just written if she is not at home any more; null when it stands. */
  stopIfAway: (task: StoredTask) => Promise<StoredTask | null>;
  /** Has the outbox look at once, so that notices appear without waiting for its round. */
  poke: () => void;
}
