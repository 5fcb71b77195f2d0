import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, Instant, SomeWords } from '../wire.ts';
import { namesOf } from './labels.ts';

/** What stands in a flat and can call for help; a maker's platform may speak for one of its own devices. */
export const deviceKinds = {
  button: '一键呼叫器',
  wearable: '手环或手表',
  fall: '跌倒探测器',
  smoke: '烟雾报警器',
  gas: '燃气报警器',
  infrared: '红外探测器',
  platform: '厂家平台',
} as const;
export type DeviceKind = keyof typeof deviceKinds;

/** What a device says (domain.md §5: gas and infrared alarms are many times more than calls). */
export const signals = {
  sos: '按了求助键',
  fall: '可能跌倒了',
  smoke: '有烟',
  gas: '燃气泄漏',
  infrared: '很久没有活动',
  test: '试一试',
  heartbeat: '报平安',
  lowBattery: '电量低',
} as const;
export type Signal = keyof typeof signals;

/** Signals that bring people to the door. */
export const alarms = ['sos', 'fall', 'smoke', 'gas', 'infrared'] as const satisfies readonly Signal[];
export const isAlarm = (signal: Signal): boolean => (alarms as readonly Signal[]).includes(signal);

export const deviceStates = { on: '在用', off: '停用', replaced: '已更换' } as const;
export type DeviceState = keyof typeof deviceStates;

/** Below this it asks for a new battery, in percent. */
export const lowBattery = 20;
/** A device that was not heard for so long is taken for dead, in hours. */
export const silentHours = 24;

/** What a device sends to the hook; signed as `docs/devices.md` says. */
export const DeviceSignal = z.strictObject({
  kind: z.enum(namesOf(signals)),
  /** When it happened, as the device's clock says; kept beside the time of receipt. */
  at: Instant.optional(),
  /** Percent. */
  battery: z.number().int().min(0).max(100).optional(),
});
export type DeviceSignal = z.output<typeof DeviceSignal>;

const Device = z
  .strictObject({
    id: Id,
    kind: z.enum(namesOf(deviceKinds)),
    kindLabel: z.string(),
    label: z.string(),
    state: z.enum(namesOf(deviceStates)),
    stateLabel: z.string(),
    /** Why it was switched off; ''. */
    reason: z.string(),
    registeredAt: Instant,
    registeredBy: z.string(),
    lastHeardAt: Instant.nullable(),
    testedAt: Instant.nullable(),
    battery: z.number().int().nullable(),
    lowBattery: z.boolean(),
    /** In use, and not heard for a day. */
    silent: z.boolean(),
  })
  .meta({ id: 'ElderDevice' });

/** The secret is shown in the answer that makes it and never again; null: it was made by an earlier sending. */
const WithSecret = z.strictObject({ device: Device, secret: z.string().nullable() });
const reason = SomeWords(200, '请写明原因');

/** Devices that call for help by themselves. */
export const deviceEndpoints = {
  devices: endpoint({
    method: 'GET',
    path: '/elders/:elderId/devices',
    summary: '老人家里会报警的设备',
    may: 'device.manage',
    input: z.strictObject({ elderId: Id }),
    output: z.strictObject({ items: z.array(Device), path: z.string() }),
    refusals: ['elder_not_found'],
  }),
  addDevice: endpoint({
    method: 'POST',
    path: '/elders/:elderId/devices',
    summary: '登记一个设备，密钥只显示这一次；可以同时换下旧的',
    may: 'device.manage',
    input: z.strictObject({
      elderId: Id,
      id: Id,
      kind: z.enum(namesOf(deviceKinds), '请选设备种类'),
      label: SomeWords(20, '请写放在哪里，例如床头'),
      replaces: Id.optional(),
    }),
    output: WithSecret,
    refusals: ['elder_not_found', 'elder_closed', 'device_not_found', 'id_taken'],
  }),
  renewDevice: endpoint({
    method: 'POST',
    path: '/devices/:deviceId/secret',
    summary: '给设备换密钥，旧的马上失效',
    may: 'device.manage',
    input: z.strictObject({ deviceId: Id, reason }),
    output: WithSecret,
    refusals: ['device_not_found', 'device_off'],
  }),
  switchDevice: endpoint({
    method: 'POST',
    path: '/devices/:deviceId/state',
    summary: '停用设备，或重新启用',
    may: 'device.manage',
    input: z.strictObject({ deviceId: Id, on: z.boolean(), reason }),
    output: Device,
    refusals: ['device_not_found'],
  }),
};
