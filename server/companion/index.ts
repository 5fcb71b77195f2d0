import type { WubianApi } from '@wubian/shared/api.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import type { Job } from '../jobs/due-worker.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { RegistryDoor } from '../registry/door.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Streets } from '../streets/index.ts';
import { createClockWorker } from './clock-worker.ts';
import type { Deps } from './deps.ts';
import type { CompanionDoor } from './door.ts';
import { createDueStore } from './due.store.ts';
import { createFiguresStore } from './figures.store.ts';
import { handlersOf } from './handlers.ts';
import { keepServing } from './kept-serving.ts';
import { createLedgerStore } from './ledger.store.ts';
import { createDoor } from './office-door.ts';
import { createOpenTasksStore } from './open-tasks.store.ts';
import { createOutboxWorker } from './outbox-worker.ts';
import { createPhotoStore } from './photo.store.ts';
import { createSealing } from './sealing.ts';
import { createTaskStore } from './task.store.ts';
import { createTaskListsStore } from './task-lists.store.ts';
import { createVolunteerStore } from './volunteer.store.ts';

export { fillDemoTasks } from './demo-tasks.ts';

export interface CompanionOptions {
  db: Connection;
  cipher: FieldCipher;
  streets: Streets;
  accounts: AccountsDoor;
  registry: RegistryDoor;
  notices: NoticesDoor;
  clock: Clock;
  log: Logger;
}

export interface CompanionRoom {
  handlers: Handlers<WubianApi>['companion'];
  door: CompanionDoor;
  /** First the clock, then the outbox, so that draining them in order also tells what the clock has done. */
  workers: [clock: Job, outbox: Job];
}

/** The companion room: requests for help from asking to the ledger, and the workers that live on their history. */
export function createCompanion(options: CompanionOptions): CompanionRoom {
  const { db, cipher, streets, accounts, registry, notices, clock, log } = options;
  const sealing = createSealing(cipher);
  const tasks = createTaskStore(db, sealing);
  const lists = createTaskListsStore(db, sealing);
  const volunteers = createVolunteerStore(db, (...whose) => serving.forget(...whose));
  const serving = keepServing({ volunteers, registry, clock });
  const ledger = createLedgerStore(db);
  const due = createDueStore(db, sealing);
  const outbox = createOutboxWorker({ due, ledger, volunteers, notices, accounts, registry, streets, clock, log });
  const clockWorker = createClockWorker({ due, tasks, streets, clock, log, poke: outbox.poke });
  const deps: Deps = {
    tasks,
    lists,
    openTasks: createOpenTasksStore(db),
    volunteers,
    serving,
    ledger,
    photos: createPhotoStore(db),
    streets,
    accounts,
    registry,
    clock,
    poke: outbox.poke,
  };
  return {
    handlers: handlersOf(deps),
    door: createDoor({ lists, figures: createFiguresStore(db), ledger, streets }),
    workers: [clockWorker, outbox],
  };
}
