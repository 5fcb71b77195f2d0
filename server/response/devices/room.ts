import type { Clock } from '../../clock.ts';
import type { RegistryDoor } from '../../registry/door.ts';
import type { DeviceStore } from './device.store.ts';

/** What the commands of this part work with. */
export interface DevicesRoom {
  devices: DeviceStore;
  registry: Pick<RegistryDoor, 'reach' | 'lifeOf'>;
  clock: Clock;
}
