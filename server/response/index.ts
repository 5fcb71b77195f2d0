import type { response as contract } from '@wubian/shared/response/contract.ts';
import type { Charges } from '../charges.ts';
import type { Handlers } from '../handler.ts';
import type { Hook } from '../http/hooks.ts';
import type { Job } from '../jobs/due-worker.ts';
import type { Reach } from '../notices/door.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { ChosenDoor, LifeFollower, RegistryDoor } from '../registry/door.ts';
import type { ElderPointers } from '../store/elder-pointers.store.ts';
import { createDevices, sealedInDevices } from './devices/index.ts';
import type { IncidentsDoor } from './incidents/door.ts';
import {
  createIncidents,
  type Incidents,
  type IncidentsOptions,
  sealedInIncidents,
  sealedInStood,
} from './incidents/index.ts';
import { previewLadder } from './ladder/preview-ladder.ts';
import { createRollCalls } from './rollcall/index.ts';
import { createRoster, type RosterDoor, sealedInRoster } from './roster/index.ts';
import { incidentStatistics } from './statistics/incident-statistics.ts';
import { createToldStore } from './statistics/told.store.ts';

export type { IncidentsDoor } from './incidents/door.ts';
export { fillDemoRoster } from './roster/index.ts';

/** Every sealed place of this room. */
export const sealedInResponse = [sealedInIncidents, ...sealedInRoster, sealedInDevices, sealedInStood];

export interface ResponseRoom {
  handlers: Handlers<{ response: typeof contract }>['response'];
  door: IncidentsDoor;
  roster: RosterDoor;
  /** In the order in which draining them makes everything that is due: a silent roll-call raises alarms. */
  workers: readonly Job[];
  /** What may wait. */
  chores: readonly Job[];
  watchdog: Incidents['watchdog'];
  watchedAt: Incidents['watchedAt'];
  onAccept: Incidents['onAccept'];
  keepers: readonly PersonKeeper[];
  pointers: readonly ElderPointers[];
  charges: readonly Charges[];
  /** For the registry: what stops for who is not at home. */
  life: LifeFollower;
  /** Where devices call for help. */
  hooks: readonly Hook[];
}

/** App or WeChat is one way to a person, the telephone another. */
const ways = ({ app, wechat, sms, voice }: Reach) => ({ app: app || wechat, phone: sms || voice });

interface Options extends Omit<IncidentsOptions, 'roster' | 'registry'> {
  registry: RegistryDoor & { chosen: ChosenDoor };
}

/** 手边有响应: calls for help, who answers them, who is on duty, and roll-calls. */
export function createResponse(options: Options): ResponseRoom {
  const { notices } = options;
  const roster = createRoster({
    ...options,
    tell: notices.tell,
    reach: async (streetId, accountIds) => {
      const found = await notices.reach(streetId, accountIds);
      return new Map([...found].map(([accountId, reach]) => [accountId, ways(reach)]));
    },
  });
  const incidents = createIncidents({ ...options, roster: roster.door });
  const devices = createDevices({ ...options, incidents: incidents.door });
  const rollCalls = createRollCalls({ ...options, roster: roster.door, incidents: incidents.door });
  return {
    handlers: {
      ...rollCalls.handlers,
      ...roster.handlers,
      ...incidents.handlers,
      ...devices.handlers,
      incidentStatistics: incidentStatistics({ ...options, told: createToldStore(options.db) }),
      ladderPreview: previewLadder({ ...options, roster: roster.door }),
    },
    door: incidents.door,
    roster: roster.door,
    workers: [...rollCalls.workers, ...incidents.workers],
    chores: roster.jobs,
    ...{ watchdog: incidents.watchdog, watchedAt: incidents.watchedAt, onAccept: incidents.onAccept },
    life: rollCalls.life,
    keepers: [incidents.keeper, rollCalls.keeper, roster.keeper, devices.keeper],
    pointers: [...incidents.pointers, ...rollCalls.pointers, ...roster.pointers, ...devices.pointers],
    charges: [...incidents.charges, ...rollCalls.charges, ...roster.charges],
    hooks: devices.hooks,
  };
}
