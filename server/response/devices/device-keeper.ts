import { deviceKinds, deviceStates } from '@wubian/shared/response/devices-contract.ts';
import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import type { DeviceStore } from './device.store.ts';

const part = '报警设备';
const said = (at: Date | null): string => (at ? `${dayOf(at)} ${timeOf(at)}` : '');

/** The devices of an elder; they go with her file. */
export const deviceKeeper = (devices: DeviceStore): PersonKeeper => ({
  async personData(streetId, elderId) {
    const found = await devices.ofElder(streetId, elderId);
    const items = found.map((one) => ({
      title: `${deviceKinds[one.kind]} ${one.label}`,
      fields: [
        { label: '状态', said: deviceStates[one.state] },
        { label: '登记', said: said(one.registeredAt) },
        { label: '上次收到', said: said(one.lastHeardAt) },
        { label: '上次试过', said: said(one.testedAt) },
      ].filter((field) => field.said !== ''),
    }));
    return [{ title: part, items }];
  },
  hindrance: async () => '',
  async foresee(streetId, elderId) {
    return { goes: (await devices.ofElder(streetId, elderId)).length ? [part] : [], kept: [] };
  },
  erase: (streetId, elderId) => devices.removeOf(streetId, elderId),
});
