import type { deviceEndpoints } from '@wubian/shared/response/devices-contract.ts';
import type { Handler } from '../../handler.ts';
import { presentDevice } from './device.presenter.ts';
import { needElder } from './need-device.ts';
import type { DevicesRoom } from './room.ts';
import { INTAKE } from './signature.ts';

/** Every device of an elder, those in use first. */
export const listDevices =
  (room: DevicesRoom): Handler<typeof deviceEndpoints.devices> =>
  async (actor, { elderId }) => {
    await needElder(room, actor, elderId);
    const found = await room.devices.ofElder(actor.streetId, elderId);
    const inUseFirst = found.toSorted((a, b) => Number(b.state === 'on') - Number(a.state === 'on'));
    return { items: inUseFirst.map((one) => presentDevice(one, room.clock())), path: INTAKE };
  };
