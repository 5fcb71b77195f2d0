import type { drillEndpoints } from '@wubian/shared/response/drills-contract.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../../accounts/door.ts';
import type { Charges } from '../../charges.ts';
import type { Clock } from '../../clock.ts';
import type { CompanionDoor } from '../../companion/door.ts';
import type { Handlers } from '../../handler.ts';
import type { Job } from '../../jobs/due-worker.ts';
import type { Live } from '../../live/door.ts';
import type { Logger } from '../../log.ts';
import type { NoticesDoor, OnAccept } from '../../notices/door.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import type { RegistryDoor } from '../../registry/door.ts';
import { type ElderPointers, pointersByField, pointersOnce } from '../../store/elder-pointers.store.ts';
import type { FieldCipher } from '../../store/field-cipher.ts';
import type { Limits } from '../../store/limits.store.ts';
import type { Streets } from '../../streets/index.ts';
import type { RosterDoor } from '../roster/door.ts';
import { actOn } from './act-on.ts';
import { answerAs, answerCode, readCode } from './answer-code.ts';
import { chargeOfIncidents } from './charge-of-incidents.ts';
import { createClockWorker } from './clock-worker.ts';
import type { Deps } from './deps.ts';
import type { IncidentsDoor } from './door.ts';
import { listDrills, startDrill } from './drills.ts';
import { createDueStore } from './due.store.ts';
import { createHeartbeats } from './heartbeat.store.ts';
import { createIncidentStore } from './incident.store.ts';
import { incidentKeeper } from './incident-keeper.ts';
import { listMyIncidents, listToFollow, readIncident, showDesk } from './lists.ts';
import { createOutboxWorker } from './outbox-worker.ts';
import { createPeople } from './people.ts';
import { createPersonStore } from './person.store.ts';
import { raise } from './raise.ts';
import { listSosElders, raiseSos } from './raise-sos.ts';
import { replayIncident } from './replay-incident.ts';
import { createSealing } from './sealing.ts';
import { createStoodStore } from './stood.store.ts';
import { WATCHDOG, watchdog } from './watchdog.ts';

export { sealedInIncidents } from './sealing.ts';
export { sealedInStood } from './stood.store.ts';

export interface IncidentsOptions {
  db: Connection;
  cipher: FieldCipher;
  registry: RegistryDoor;
  accounts: AccountsDoor;
  companion: CompanionDoor;
  notices: NoticesDoor;
  roster: RosterDoor;
  streets: Streets;
  limits: Limits;
  live: Live;
  clock: Clock;
  log: Logger;
}

export interface Incidents {
  handlers: Handlers<{ response: typeof incidentEndpoints & typeof drillEndpoints }>['response'];
  door: IncidentsDoor;
  /** The clock first, then what follows from it. */
  workers: readonly Job[];
  /** For the jobs: the round of the guard, every 60 s. */
  watchdog: (now: Date) => Promise<void>;
  /** When the guard last did its round. */
  watchedAt: () => Promise<Date | null>;
  keeper: PersonKeeper;
  pointers: readonly ElderPointers[];
  /** What of this part nobody may leave behind. */
  charges: readonly Charges[];
  /** For the notices: somebody accepted by a key of her telephone. */
  onAccept: OnAccept;
}

/** Eight letters and digits that cannot be mistaken for each other; the same for the same person and call. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const codeMaker =
  (cipher: FieldCipher) =>
  (incidentId: string, key: string): string =>
    [...Buffer.from(cipher.indexOf('answerCode', `${incidentId}:${key}`), 'base64url').subarray(0, 8)]
      .map((byte) => letters[byte % letters.length])
      .join('');

/** Calls for help: from the press of a button to the review. */
export function createIncidents(options: IncidentsOptions): Incidents {
  const { db, cipher, clock, log, ...rooms } = options;
  const sealing = createSealing(cipher);
  const incidents = createIncidentStore(db, sealing);
  const due = createDueStore(db, sealing);
  const people = createPeople({ ...rooms, hide: (phone) => cipher.indexOf('calleePhone', phone) });
  const stood = createStoodStore(db, cipher);
  const heartbeats = createHeartbeats(db);
  const outbox = createOutboxWorker({ ...rooms, due, people, stood, codeOf: codeMaker(cipher), clock, log });
  const clockWorker = createClockWorker({ due, incidents, clock, log, poke: outbox.poke });
  const watchedAt = () => heartbeats.last(WATCHDOG);
  const deps: Deps = { ...rooms, incidents, people, stood, clock, watchedAt, poke: outbox.poke };
  return {
    handlers: {
      sosElders: listSosElders(deps),
      raise: raiseSos(deps),
      incident: readIncident(deps),
      myIncidents: listMyIncidents(deps),
      desk: showDesk(deps),
      act: actOn(deps),
      toFollow: listToFollow(deps),
      readCode: readCode(deps),
      answerCode: answerCode(deps),
      startDrill: startDrill(deps),
      drills: listDrills(deps),
      replayIncident: replayIncident(deps),
    },
    door: {
      raise: (raising) => raise(deps, raising),
      openOf: async (streetId, elderId) => (await incidents.openOf(streetId, elderId, false))?._id ?? null,
    },
    workers: [clockWorker, outbox],
    watchdog: watchdog({ due, heartbeats, log, poke: clockWorker.poke }),
    watchedAt,
    keeper: incidentKeeper(createPersonStore(db, sealing), stood),
    pointers: [
      pointersOnce(db, 'incidents', '紧急求助', { closed: { only: false } }),
      pointersByField(db, 'incidentPeople', '求助时的联系人'),
    ],
    charges: [chargeOfIncidents({ incidents, accounts: rooms.accounts, poke: outbox.poke })],
    async onAccept(streetId, incidentId, to) {
      await answerAs(deps, { streetId, id: incidentId }, to, 'coming');
    },
  };
}
