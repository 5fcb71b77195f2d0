import type { response as contract } from '@wubian/shared/response/contract.ts';
import type { Charges } from '../charges.ts';
import type { Handlers } from '../handler.ts';
import type { Hook } from '../http/hooks.ts';
import type { Job } from '../jobs/due-worker.ts';
import type { Reach } from '../notices/door.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { ElderPointers } from '../store/elder-pointers.store.ts';
import { createDevices, sealedInDevices } from './devices/index.ts';
import type { IncidentsDoor } from './incidents/door.ts';
import { createIncidents, type Incidents, type IncidentsOptions, sealedInIncidents } from './incidents/index.ts';
import { createRoster, type RosterDoor, sealedInRoster } from './roster/index.ts';

export type { IncidentsDoor } from './incidents/door.ts';
export { type DemoStaff, fillDemoRoster } from './roster/index.ts';

/** Every sealed place of this room. */
export const sealedInResponse = [sealedInIncidents, ...sealedInRoster, sealedInDevices];

export interface ResponseRoom {
  handlers: Handlers<{ response: typeof contract }>['response'];
  door: IncidentsDoor;
  roster: RosterDoor;
  /** Alarms first, in the order in which draining them makes everything that is due. */
  workers: readonly Job[];
  /** What may wait. */
  chores: readonly Job[];
  watchdog: Incidents['watchdog'];
  watchedAt: Incidents['watchedAt'];
  onAccept: Incidents['onAccept'];
  keepers: readonly PersonKeeper[];
  pointers: readonly ElderPointers[];
  charges: readonly Charges[];
  /** Where devices call for help. */
  hooks: readonly Hook[];
}

/** App or WeChat is one way to a person, the telephone another. */
const ways = ({ app, wechat, sms, voice }: Reach) => ({ app: app || wechat, phone: sms || voice });

/** 手边有响应: calls for help, who answers them, and who is on duty. */
export function createResponse(options: Omit<IncidentsOptions, 'roster'>): ResponseRoom {
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
  return {
    handlers: { ...roster.handlers, ...incidents.handlers, ...devices.handlers },
    door: incidents.door,
    roster: roster.door,
    workers: incidents.workers,
    chores: roster.jobs,
    ...{ watchdog: incidents.watchdog, watchedAt: incidents.watchedAt, onAccept: incidents.onAccept },
    keepers: [incidents.keeper, roster.keeper, devices.keeper],
    pointers: [...incidents.pointers, ...roster.pointers, ...devices.pointers],
    charges: [...incidents.charges, ...roster.charges],
    hooks: devices.hooks,
  };
}
