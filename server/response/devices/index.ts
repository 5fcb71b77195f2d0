import type { deviceEndpoints } from '@wubian/shared/response/devices-contract.ts';
import type { Connection } from 'mongoose';
import type { Clock } from '../../clock.ts';
import type { Handlers } from '../../handler.ts';
import type { Hook } from '../../http/hooks.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import type { RegistryDoor } from '../../registry/door.ts';
import { type ElderPointers, pointersByField } from '../../store/elder-pointers.store.ts';
import type { FieldCipher } from '../../store/field-cipher.ts';
import type { Limits } from '../../store/limits.store.ts';
import type { IncidentsDoor } from '../incidents/door.ts';
import { addDevice } from './add-device.ts';
import { createDeviceStore } from './device.store.ts';
import { deviceKeeper } from './device-keeper.ts';
import { deviceIntake } from './intake.ts';
import { listDevices } from './list-devices.ts';
import { renewDevice } from './renew-device.ts';
import type { DevicesRoom } from './room.ts';
import { switchDevice } from './switch-device.ts';

export { sealedInDevices } from './device.store.ts';

export interface DevicesOptions {
  db: Connection;
  cipher: FieldCipher;
  registry: Pick<RegistryDoor, 'reach' | 'lifeOf'>;
  incidents: IncidentsDoor;
  limits: Limits;
  clock: Clock;
}

export interface Devices {
  handlers: Handlers<{ response: typeof deviceEndpoints }>['response'];
  /** Where devices send to. */
  hooks: readonly Hook[];
  keeper: PersonKeeper;
  pointers: readonly ElderPointers[];
}

/** Devices in old people's homes that call for help by themselves. */
export function createDevices({ db, cipher, registry, incidents, limits, clock }: DevicesOptions): Devices {
  const devices = createDeviceStore(db, cipher);
  const room: DevicesRoom = { devices, registry, clock };
  return {
    handlers: {
      devices: listDevices(room),
      addDevice: addDevice(room),
      renewDevice: renewDevice(room),
      switchDevice: switchDevice(room),
    },
    hooks: [deviceIntake({ devices, incidents, limits, clock })],
    keeper: deviceKeeper(devices),
    pointers: [pointersByField(db, 'devices', '报警设备')],
  };
}
