import type { WubianApi } from '@wubian/shared/api.ts';
import type { Handlers } from '../handler.ts';
import { addPhoto } from './add-photo.ts';
import { listVolunteers, setVolunteer } from './admit-volunteers.ts';
import { askForHelp } from './ask-for-help.ts';
import { assignTask } from './assign-task.ts';
import { cancelTask } from './cancel-task.ts';
import { claimTask } from './claim-task.ts';
import { confirmService } from './confirm-service.ts';
import { declineTask } from './decline-task.ts';
import type { Deps } from './deps.ts';
import { finishService } from './finish-service.ts';
import { heedConcern } from './heed-concern.ts';
import { listActsFor } from './list-acts-for.ts';
import { listCandidates } from './list-candidates.ts';
import { listMine } from './list-mine.ts';
import { listOpenTasks } from './list-open-tasks.ts';
import { listQueue } from './list-queue.ts';
import { listMyEstates, myVolunteering, setMyPoint } from './my-volunteering.ts';
import { objectToService } from './object-to-service.ts';
import { ofElder } from './of-elder.ts';
import { openTask } from './open-task.ts';
import { readLedger } from './read-ledger.ts';
import { readPhoto } from './read-photo.ts';
import { readTask } from './read-task.ts';
import { releaseTask } from './release-task.ts';
import { reportNoShow } from './report-no-show.ts';
import { settleTask } from './settle-task.ts';
import { showCatalogue } from './show-catalogue.ts';
import { startService } from './start-service.ts';

/** Every endpoint of the room and the command behind it. */
export const handlersOf = (deps: Deps): Handlers<WubianApi>['companion'] => ({
  catalogue: showCatalogue(deps),
  ask: ofElder(askForHelp(deps)),
  mine: listMine(deps),
  queue: listQueue(deps),
  openTasks: listOpenTasks(deps),
  read: readTask(deps),
  open: ofElder(openTask(deps)),
  decline: ofElder(declineTask(deps)),
  claim: ofElder(claimTask(deps)),
  release: ofElder(releaseTask(deps)),
  candidates: listCandidates(deps),
  assign: ofElder(assignTask(deps)),
  noShow: ofElder(reportNoShow(deps)),
  start: ofElder(startService(deps)),
  finish: ofElder(finishService(deps)),
  addPhoto: addPhoto(deps),
  photo: readPhoto(deps),
  confirm: ofElder(confirmService(deps)),
  object: ofElder(objectToService(deps)),
  settle: ofElder(settleTask(deps)),
  cancel: ofElder(cancelTask(deps)),
  heed: ofElder(heedConcern(deps)),
  ledger: readLedger(deps),
  myVolunteering: myVolunteering(deps),
  setMyPoint: setMyPoint(deps),
  volunteerEstates: listMyEstates(deps),
  volunteers: listVolunteers(deps),
  setVolunteer: setVolunteer(deps),
  actsFor: listActsFor(deps),
});
