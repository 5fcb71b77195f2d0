import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@wubian/shared/refusals.ts';
import { DeviceSignal, isAlarm, signals } from '@wubian/shared/response/devices-contract.ts';
import type { Clock } from '../../clock.ts';
import { fieldsOf, fieldWords } from '../../http/field-words.ts';
import type { Hook, HookCall } from '../../http/hooks.ts';
import { isId } from '../../store/ids.ts';
import type { Limits } from '../../store/limits.store.ts';
import type { IncidentsDoor } from '../incidents/door.ts';
import type { DeviceStore, StoredDevice } from './device.store.ts';
import { INTAKE, incidentIdOf, isSigned, printOf, sign } from './signature.ts';

export interface IntakeParts {
  devices: DeviceStore;
  incidents: IncidentsDoor;
  limits: Limits;
  clock: Clock;
}

const largest = 4 * 1024;
/** How far a device's clock may be from ours. */
const skewMs = 5 * 60_000;
const noncePattern = /^[\w-]{12,64}$/;
/** Of one device in a minute: alarms beyond the first, and everything that is none. */
const alarmLimit = { max: 10, windowSeconds: 60 };
const quietLimit = { max: 30, windowSeconds: 60 };
/** Wrong signatures from one address in a minute, before it is no longer listened to. */
const wrongLimit = { max: 60, windowSeconds: 60 };

interface Signed {
  device: StoredDevice;
  timestamp: number;
  nonce: string;
}

const headerOf = (headers: IncomingHttpHeaders, name: string): string => String(headers[`x-wubian-${name}`] ?? '');

/** Who speaks, by her signature; nothing is said of which part was wrong. */
async function readSigned({ devices }: IntakeParts, { headers, body }: HookCall): Promise<Signed | null> {
  const [id, timestamp, nonce, signature] = ['device', 'timestamp', 'nonce', 'signature'].map((name) =>
    headerOf(headers, name),
  ) as [string, string, string, string];
  if (!isId(id) || !/^\d{10}$/.test(timestamp) || !noncePattern.test(nonce)) return null;
  const device = await devices.byId(id);
  if (!device || !isSigned(signature, sign(device.secret, timestamp, nonce, body))) return null;
  return { device, timestamp: Number(timestamp) * 1_000, nonce };
}

function readSignal(body: Buffer): DeviceSignal {
  let sent: unknown;
  try {
    sent = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal('bad_json');
  }
  const read = DeviceSignal.safeParse(sent, { error: fieldWords });
  if (!read.success) throw new Refusal('bad_input', { fields: fieldsOf(read.error) });
  return read.data;
}

/**
 * Where devices call for help. What is signed rightly, timely and under a number of its own is believed; an alarm is
 * answered once it is stored durably. The same sending again has the same answer and no second effect.
 */
export function deviceIntake(parts: IntakeParts): Hook {
  const { devices, incidents, limits, clock } = parts;

  /** The first alarm of a house always comes through; what follows joins it, and a flood of that is refused. */
  async function notTooMany({ _id, streetId, elderId }: StoredDevice, alarm: boolean): Promise<void> {
    if (!alarm) return limits.take(`device:${_id}`, quietLimit, clock());
    const open = await incidents.openOf(streetId, elderId);
    if (open) await limits.take(`device-alarm:${_id}`, alarmLimit, clock());
  }

  return {
    path: INTAKE,
    limit: largest,
    async run(call) {
      const signed = await readSigned(parts, call);
      if (!signed) {
        await limits.take(`device-wrong:${call.address}`, wrongLimit, clock());
        throw new Refusal('device_unknown');
      }
      const { device, timestamp, nonce } = signed;
      const now = clock();
      if (Math.abs(now.getTime() - timestamp) > skewMs)
        throw new Refusal('device_clock', { data: { now: now.toISOString() } });
      if (device.state !== 'on') throw new Refusal('device_off');
      const signal = readSignal(call.body);
      const alarm = isAlarm(signal.kind);
      // Kept past the moment from which the time stamp alone is refused, whichever way the clocks differ.
      const taken = await devices.take(device._id, nonce, printOf(call.body), new Date(now.getTime() + 3 * skewMs));
      if (taken === 'used') throw new Refusal('device_replayed');
      // A repeated sending may be the first one that gets through to the end; it is stored under the same id.
      if (taken === 'new') await notTooMany(device, alarm);
      await devices.heard(device._id, now, { battery: signal.battery, tested: signal.kind === 'test' });
      if (!alarm) return { status: 200, body: { received: true, incidentId: null } };
      const { incidentId } = await incidents.raise({
        ...{ id: incidentIdOf(device._id, nonce), streetId: device.streetId, elderId: device.elderId },
        source: 'device',
        by: { accountId: null, name: device.label, role: null, relation: '设备' },
        words: `${device.label}：${signals[signal.kind]}`,
        pressedAt: signal.at ? new Date(signal.at) : null,
      });
      return { status: 200, body: { received: true, incidentId } };
    },
  };
}
