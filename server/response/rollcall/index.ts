import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import type { Connection } from 'mongoose';
import type { Charges } from '../../charges.ts';
import type { Handlers } from '../../handler.ts';
import type { Job } from '../../jobs/due-worker.ts';
import type { Logger } from '../../log.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import type { LifeFollower } from '../../registry/door.ts';
import { type ElderPointers, pointersByField } from '../../store/elder-pointers.store.ts';
import { answerRollCall, listMine, showDoor, undoAnswer } from './answer-roll-call.ts';
import { createCallStore } from './call.store.ts';
import { chargeOfRows } from './charge-of-rows.ts';
import type { Deps } from './deps.ts';
import { createLifeFollower } from './life-follower.ts';
import { createListStore } from './list.store.ts';
import { createPersonStore } from './person.store.ts';
import { readReport } from './report.ts';
import { createRowStore } from './row.store.ts';
import { rowKeeper } from './row-keeper.ts';
import { closeRollCall, remindRollCall } from './run-roll-call.ts';
import { listAboutMe, sayFine } from './say-fine.ts';
import { listRollCalls, listRows, showRollCall } from './show-roll-call.ts';
import { previewRollCall, startRollCall } from './start-roll-call.ts';
import { createStepWorker } from './step-worker.ts';
import { createWriteWorker } from './write-worker.ts';

export interface RollCallOptions extends Omit<Deps, 'calls' | 'rows' | 'lists' | 'poke'> {
  db: Connection;
  log: Logger;
}

export interface RollCalls {
  handlers: Handlers<{ response: typeof rollCallEndpoints }>['response'];
  /** The writer of lists, then the clock. */
  workers: readonly Job[];
  keeper: PersonKeeper;
  pointers: readonly ElderPointers[];
  charges: readonly Charges[];
  /** For the registry: who leaves home is not asked after any more. */
  life: LifeFollower;
}

/** 点名: asking after many old people at once. */
export function createRollCalls({ db, log, ...rooms }: RollCallOptions): RollCalls {
  const deps: Deps = {
    ...rooms,
    calls: createCallStore(db),
    rows: createRowStore(db),
    lists: createListStore(db),
    poke() {
      writer.poke();
      clock.poke();
    },
  };
  const writer = createWriteWorker(deps, log);
  const clock = createStepWorker(deps, log);
  return {
    handlers: {
      previewRollCall: previewRollCall(deps),
      startRollCall: startRollCall(deps),
      rollCalls: listRollCalls(deps),
      rollCall: showRollCall(deps),
      rollCallRows: listRows(deps),
      remindRollCall: remindRollCall(deps),
      closeRollCall: closeRollCall(deps),
      rollCallReport: readReport(deps),
      myRollCalls: listMine(deps),
      answerRollCall: answerRollCall(deps),
      undoRollCallAnswer: undoAnswer(deps),
      showRollCallDoor: showDoor(deps),
      rollCallsAboutMe: listAboutMe(deps),
      sayFine: sayFine(deps),
    },
    workers: [writer, clock],
    keeper: rowKeeper(createPersonStore(db)),
    pointers: [pointersByField(db, 'rollCallRows', '点名')],
    charges: [chargeOfRows(deps)],
    life: createLifeFollower(deps),
  };
}
