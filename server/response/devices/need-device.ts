import { Refusal } from '@wubian/shared/refusals.ts';
import type { Actor } from '../../actor.ts';
import type { StoredDevice } from './device.store.ts';
import type { DevicesRoom } from './room.ts';

/** Throws `elder_not_found` when the elder is not in the actor's area. */
export async function needElder({ registry }: DevicesRoom, actor: Actor, elderId: string): Promise<void> {
  if (!(await registry.reach(actor, elderId))) throw new Refusal('elder_not_found');
}

/** The device of an elder in the actor's area; throws `device_not_found`. */
export async function needDevice(room: DevicesRoom, actor: Actor, deviceId: string): Promise<StoredDevice> {
  const device = await room.devices.byId(deviceId);
  if (!device || device.streetId !== actor.streetId || !(await room.registry.reach(actor, device.elderId)))
    throw new Refusal('device_not_found');
  return device;
}
