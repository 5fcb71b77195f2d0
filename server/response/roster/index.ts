import type { Connection } from 'mongoose';
import type { Charges } from '../../charges.ts';
import type { Job } from '../../jobs/due-worker.ts';
import { repeating } from '../../jobs/repeating.ts';
import type { Logger } from '../../log.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import { type ElderPointers, pointersByField } from '../../store/elder-pointers.store.ts';
import type { FieldCipher } from '../../store/field-cipher.ts';
import { chargeOfDuty } from './charge-of-duty.ts';
import type { Deps } from './deps.ts';
import type { RosterDoor } from './door.ts';
import { handlersOf, type RosterHandlers } from './handlers.ts';
import { expireSwaps, tellHoles, tellStarts, tellUnread } from './jobs.ts';
import { createLeaveStore } from './leave.store.ts';
import { createNoteStore } from './note.store.ts';
import { openDoor } from './open-door.ts';
import { opinionKeeper } from './opinion-keeper.ts';
import { createPlanStore } from './plan.store.ts';
import { createReadRoster } from './read-roster.ts';
import { createRecordStore } from './record.store.ts';
import { rosterModels } from './roster.model.ts';
import { createSwapStore } from './swap.store.ts';

export { fillDemoRoster } from './demo.ts';
export type { RosterDoor } from './door.ts';
export { sealedInRoster } from './sealed.ts';

export interface RosterOptions extends Pick<Deps, 'streets' | 'accounts' | 'registry' | 'tell' | 'reach' | 'clock'> {
  db: Connection;
  cipher: FieldCipher;
  log: Logger;
}

export interface Roster {
  handlers: RosterHandlers;
  door: RosterDoor;
  jobs: readonly Job[];
  /** What of this room nobody may leave behind; what points to an elder; what it holds about her. */
  charges: readonly Charges[];
  pointers: readonly ElderPointers[];
  keeper: PersonKeeper;
}

/** 今日我当班: who is on duty, planned, changed, proved and handed over. */
export function createRoster({ db, cipher, log, ...rooms }: RosterOptions): Roster {
  rosterModels(db);
  const { clock } = rooms;
  const listeners: ((streetId: string) => void)[] = [];
  const changed = (streetId: string) => {
    for (const hear of listeners) hear(streetId);
  };
  const plans = createPlanStore(db, changed);
  const swaps = createSwapStore(db, changed);
  const leaves = createLeaveStore(db, cipher, changed);
  const readRoster = createReadRoster({ plans, swaps, leaves }, clock, (hear) => listeners.push(hear));
  const records = createRecordStore(db, cipher);
  const deps: Deps = { ...rooms, plans, swaps, leaves, records, readRoster, notes: createNoteStore(db, cipher) };
  const door = openDoor(deps);
  const job = (name: string, everyMs: number, run: (deps: Deps, now: Date) => Promise<void>): Job =>
    repeating({ name, everyMs, run: (now) => run(deps, now), clock, log });
  return {
    handlers: handlersOf(deps, door),
    door,
    jobs: [
      job('expire swaps', 60_000, expireSwaps),
      job('tell duty starts', 60_000, tellStarts),
      job('tell unread hand-overs', 60_000, tellUnread),
      job('tell duty holes', 300_000, tellHoles),
    ],
    charges: [chargeOfDuty(deps)],
    pointers: [pointersByField(db, 'dutyOpinions', '对当班的意见')],
    keeper: opinionKeeper(records),
  };
}
