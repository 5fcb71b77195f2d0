import type { WubianApi } from '@wubian/shared/api.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Charges } from '../charges.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import type { Job } from '../jobs/due-worker.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { LifeFollower, RegistryDoor } from '../registry/door.ts';
import { type ElderPointers, pointersByField, pointersByList } from '../store/elder-pointers.store.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Streets } from '../streets/index.ts';
import { chargeOfPairs, chargeOfTasks } from './charges-of-volunteer.ts';
import { createClockWorker } from './clock-worker.ts';
import type { Deps } from './deps.ts';
import type { CompanionDoor } from './door.ts';
import { createDueStore } from './due.store.ts';
import { createFiguresStore } from './figures.store.ts';
import { handlersOf } from './handlers.ts';
import { keepServing } from './kept-serving.ts';
import { createLedgerStore } from './ledger.store.ts';
import { createLifeFollower, stopIfAway } from './life-follower.ts';
import { createLifeTasksStore } from './life-tasks.store.ts';
import { createDoor } from './office-door.ts';
import { createOpenTasksStore } from './open-tasks.store.ts';
import { createOutboxWorker } from './outbox-worker.ts';
import { createPersonStore } from './person.store.ts';
import { createPhotoStore } from './photo.store.ts';
import { createSealing } from './sealing.ts';
import { createTaskStore } from './task.store.ts';
import { taskKeeper } from './task-keeper.ts';
import { createTaskListsStore } from './task-lists.store.ts';
import { createVolunteerStore } from './volunteer.store.ts';

export { fillDemoTasks } from './demo-tasks.ts';
export { sealedInCompanion } from './sealed.ts';

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
  /** What of this room points to an elder and follows her in a merge; what of it nobody may leave behind. */
  pointers: readonly ElderPointers[];
  charges: readonly Charges[];
  /** For the registry: what this room holds about an elder. */
  keeper: PersonKeeper;
  /** What this room stops for somebody who is not at home; the registry calls it. */
  life: LifeFollower;
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
  const lifeTasks = createLifeTasksStore(db, sealing);
  const stopping = { tasks, lifeTasks, streets, accounts, notices, registry, clock, poke: outbox.poke };
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
    stopIfAway: stopIfAway(stopping),
    poke: outbox.poke,
  };
  return {
    handlers: handlersOf(deps),
    pointers: [
      pointersByField(db, 'tasks', '求助'),
      pointersByField(db, 'ledger', '服务时长'),
      pointersByList(db, 'volunteers', '结对志愿者', 'ownElderIds'),
    ],
    charges: [chargeOfTasks(deps), chargeOfPairs(deps)],
    life: createLifeFollower(stopping),
    keeper: taskKeeper(createPersonStore(db, sealing), notices),
    door: createDoor({ lists, figures: createFiguresStore(db), ledger, streets, volunteers }),
    workers: [clockWorker, outbox],
  };
}
