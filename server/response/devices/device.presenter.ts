import type { Output } from '@wubian/shared/endpoint.ts';
import {
  type deviceEndpoints,
  deviceKinds,
  deviceStates,
  lowBattery,
  silentHours,
} from '@wubian/shared/response/devices-contract.ts';
import type { StoredDevice } from './device.store.ts';

type WireDevice = Output<typeof deviceEndpoints.switchDevice>;

/** A device as staff see it; never its secret. */
export function presentDevice(one: StoredDevice, now: Date): WireDevice {
  const heard = one.lastHeardAt ?? one.registeredAt;
  return {
    id: one._id,
    ...{ kind: one.kind, kindLabel: deviceKinds[one.kind], label: one.label },
    ...{ state: one.state, stateLabel: deviceStates[one.state], reason: one.reason },
    ...{ registeredAt: one.registeredAt.toISOString(), registeredBy: one.registeredBy },
    lastHeardAt: one.lastHeardAt?.toISOString() ?? null,
    testedAt: one.testedAt?.toISOString() ?? null,
    battery: one.battery,
    lowBattery: one.battery !== null && one.battery < lowBattery,
    silent: one.state === 'on' && now.getTime() - heard.getTime() > silentHours * 3_600_000,
  };
}
