import { randomBytes } from 'node:crypto';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { caredFor } from '@wubian/shared/registry/life.ts';
import type { deviceEndpoints } from '@wubian/shared/response/devices-contract.ts';
import type { Handler } from '../../handler.ts';
import { presentDevice } from './device.presenter.ts';
import type { StoredDevice } from './device.store.ts';
import { needDevice, needElder } from './need-device.ts';
import type { DevicesRoom } from './room.ts';

/** 256 random bits as text that may be typed into any device. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const most = 20;

/** Registers a device; the one that it takes the place of is no longer listened to. */
export const addDevice =
  (room: DevicesRoom): Handler<typeof deviceEndpoints.addDevice> =>
  async (actor, { elderId, id, kind, label, replaces }, call) => {
    await needElder(room, actor, elderId);
    const { devices, registry, clock } = room;
    const { streetId } = actor;
    const life = await registry.lifeOf(streetId, elderId);
    if (!life || !caredFor.includes(life.status)) throw new Refusal('elder_closed');
    const old = replaces === undefined ? null : await needDevice(room, actor, replaces);
    if (old && old.elderId !== elderId) throw new Refusal('device_not_found');
    const mine = await devices.ofElder(streetId, elderId);
    const known = mine.find(({ _id }) => _id === id);
    if (!known && !old && mine.filter(({ state }) => state === 'on').length >= most)
      throw badField('kind', `一位老人最多登记 ${most} 个在用的设备`);
    call.about({ elderIds: [elderId], what: old ? '更换报警设备' : '登记报警设备' });

    const fresh: StoredDevice = {
      ...{ _id: id, streetId, elderId, kind, label, secret: newSecret(), state: 'on', reason: '' },
      ...{ registeredAt: clock(), registeredBy: actor.name, lastHeardAt: null, testedAt: null, battery: null },
    };
    const added = !known && (await devices.add(fresh));
    const device = added ? fresh : await devices.byId(id);
    if (!device || device.streetId !== streetId || device.elderId !== elderId) throw new Refusal('id_taken');
    if (old) await devices.setState(streetId, old._id, 'replaced', '');
    return { device: presentDevice(device, clock()), secret: added ? fresh.secret : null };
  };
