import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A device as its maker would build it from docs/devices.md. */
export interface ADevice {
  id: string;
  secret: string;
}

/** What may be wrong with a sending. */
export interface Sending {
  nonce?: string;
  /** By its own clock. */
  at?: Date;
  signature?: string;
  /** The bytes that are sent in place of the JSON. */
  bytes?: string;
}

/** What the hook answers, or how it refuses. */
interface Answer {
  received?: boolean;
  incidentId?: string;
  code?: string;
  data?: { now?: string };
}

const path = '/hooks/devices/v1/alarms';

/** Sends signals of a device to a server, signed. */
export const deviceSends =
  (url: string, clock: () => Date) =>
  async ({ id, secret }: ADevice, signal: object, sending: Sending = {}): Promise<{ status: number; body: Answer }> => {
    const body = sending.bytes ?? JSON.stringify(signal);
    const timestamp = String(Math.floor((sending.at ?? clock()).getTime() / 1_000));
    const nonce = sending.nonce ?? randomBytes(12).toString('hex');
    const print = createHash('sha256').update(body).digest('hex');
    const signed = ['POST', path, timestamp, nonce, print].join('\n');
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-wubian-device': id,
        'x-wubian-timestamp': timestamp,
        'x-wubian-nonce': nonce,
        'x-wubian-signature': sending.signature ?? createHmac('sha256', secret).update(signed).digest('hex'),
      },
      body,
    });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
