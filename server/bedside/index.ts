import type { bedside as contract } from '@wubian/shared/bedside/contract.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import type { Logger } from '../log.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { RegistryDoor } from '../registry/door.ts';
import { type ElderPointers, pointersByField } from '../store/elder-pointers.store.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { addAssessment } from './add-assessment.ts';
import { addOldResult } from './add-old-result.ts';
import { addRiskEvent } from './add-risk-event.ts';
import { createAssessmentStore } from './assessment.store.ts';
import { bedsideKeeper } from './bedside-keeper.ts';
import { dueAssessments } from './due-assessments.ts';
import { followLeftovers } from './follow.ts';
import { listAssessments } from './list-assessments.ts';
import { listRiskEvents } from './list-risk-events.ts';
import { createPersonStore } from './person.store.ts';
import { createRiskEventStore } from './risk-event.store.ts';
import type { Room } from './room.ts';
import { voidAssessment } from './void-assessment.ts';

export { sealedInBedside } from './sealed.ts';

export interface BedsideOptions {
  db: Connection;
  cipher: FieldCipher;
  registry: RegistryDoor;
  accounts: AccountsDoor;
  clock: Clock;
  log: Logger;
}

export interface Bedside {
  handlers: Handlers<{ bedside: typeof contract }>['bedside'];
  /** For the jobs: brings about what a crash left undone after a write; answers how many elders were seen to. */
  followLeftovers(): Promise<number>;
  /** What of this room points to an elder and follows her in a merge. */
  pointers: readonly ElderPointers[];
  /** For the registry: what this room holds about an elder. */
  keeper: PersonKeeper;
}

/** The room of 床边有照护: what the old people can still do, judged by the standard, and when to judge again. */
export function createBedside({ db, cipher, clock, registry, accounts, log }: BedsideOptions): Bedside {
  const assessments = createAssessmentStore(db, cipher);
  const events = createRiskEventStore(db, cipher);
  const room: Room = { assessments, events, registry, accounts, now: clock, log };
  return {
    followLeftovers: followLeftovers(room),
    // Moved results are looked at anew, so that the file hears of the one that counts.
    pointers: [
      pointersByField(db, 'assessments', '能力评估', { also: { followed: false } }),
      pointersByField(db, 'riskEvents', '风险记录', { also: { followed: false } }),
    ],
    keeper: bedsideKeeper(assessments, events, createPersonStore(db)),
    handlers: {
      listAssessments: listAssessments(room),
      addAssessment: addAssessment(room),
      addOldResult: addOldResult(room),
      voidAssessment: voidAssessment(room),
      dueAssessments: dueAssessments(room),
      addRiskEvent: addRiskEvent(room),
      listRiskEvents: listRiskEvents(room),
    },
  };
}
