import type { deviceEndpoints } from '@wubian/shared/response/devices-contract.ts';
import type { Handler } from '../../handler.ts';
import { presentDevice } from './device.presenter.ts';
import { needDevice } from './need-device.ts';
import type { DevicesRoom } from './room.ts';

/** Has a device no longer listened to, or again. */
export const switchDevice =
  (room: DevicesRoom): Handler<typeof deviceEndpoints.switchDevice> =>
  async (actor, { deviceId, on, reason }, call) => {
    const device = await needDevice(room, actor, deviceId);
    call.about({ elderIds: [device.elderId], what: on ? '启用报警设备' : '停用报警设备' });
    const changed = { ...device, state: on ? ('on' as const) : ('off' as const), reason };
    await room.devices.setState(actor.streetId, deviceId, changed.state, reason);
    return presentDevice(changed, room.clock());
  };
