import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import type { Handlers } from '../../handler.ts';
import { endDutyChange, overrideDuty, setTemporaryDuty } from './change-duty.ts';
import type { Deps } from './deps.ts';
import type { RosterDoor } from './door.ts';
import { askDutyLeave, decideDutyLeave, listDutyLeaves, withdrawDutyLeave } from './leave-duty.ts';
import { listDutyNotes, readDutyNote, writeDutyNote } from './notes.ts';
import { listOpinions, rateDuty } from './opinions.ts';
import { planDuty, proveDuty, publishDuty } from './plan-duty.ts';
import { showFigures } from './show-figures.ts';
import { showMine } from './show-mine.ts';
import { showRoster } from './show-roster.ts';
import { showToday } from './show-today.ts';
import { offerDuty, takeDuty, withdrawDuty } from './swap-duty.ts';
import { addTraining, listTrainings } from './trainings.ts';

export type RosterHandlers = Handlers<{ response: typeof rosterEndpoints }>['response'];

/** Every endpoint of the roster and the command behind it. */
export const handlersOf = (deps: Deps, door: RosterDoor): RosterHandlers => ({
  dutyToday: showToday(deps, door),
  dutyRoster: showRoster(deps),
  planDuty: planDuty(deps),
  proveDuty: proveDuty(deps),
  publishDuty: publishDuty(deps),
  overrideDuty: overrideDuty(deps),
  setTemporaryDuty: setTemporaryDuty(deps),
  endDutyChange: endDutyChange(deps),
  dutyMine: showMine(deps),
  offerDuty: offerDuty(deps),
  takeDuty: takeDuty(deps),
  withdrawDuty: withdrawDuty(deps),
  askDutyLeave: askDutyLeave(deps),
  dutyLeaves: listDutyLeaves(deps),
  decideDutyLeave: decideDutyLeave(deps),
  withdrawDutyLeave: withdrawDutyLeave(deps),
  writeDutyNote: writeDutyNote(deps),
  readDutyNote: readDutyNote(deps),
  dutyNotes: listDutyNotes(deps),
  showDutyPhone: async ({ streetId, accountId }, { shows }) => {
    await deps.records.showPhone(streetId, accountId, shows);
    return { done: true };
  },
  dutyFigures: showFigures(deps),
  rateDuty: rateDuty(deps, door),
  dutyOpinions: listOpinions(deps),
  addDutyTraining: addTraining(deps),
  dutyTrainings: listTrainings(deps),
});
