import { Refusal } from '@wubian/shared/refusals.ts';
import type { deviceEndpoints } from '@wubian/shared/response/devices-contract.ts';
import type { Handler } from '../../handler.ts';
import { newSecret } from './add-device.ts';
import { presentDevice } from './device.presenter.ts';
import { needDevice } from './need-device.ts';
import type { DevicesRoom } from './room.ts';

/** A new secret for a device that lost its own, or whose secret somebody saw. */
export const renewDevice =
  (room: DevicesRoom): Handler<typeof deviceEndpoints.renewDevice> =>
  async (actor, { deviceId }, call) => {
    const device = await needDevice(room, actor, deviceId);
    if (device.state !== 'on') throw new Refusal('device_off');
    call.about({ elderIds: [device.elderId], what: '给报警设备换密钥' });
    const secret = newSecret();
    await room.devices.renew(actor.streetId, deviceId, secret);
    return { device: presentDevice(device, room.clock()), secret };
  };
