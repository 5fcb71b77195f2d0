import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Where devices send to. */
export const INTAKE = '/hooks/devices/v1/alarms';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The hash of the body, in lower-case hex: part of what is signed. */
export const printOf = (body: Buffer): string => sha256(body);

/** Hex HMAC-SHA256 over `POST\n<path>\n<timestamp>\n<nonce>\n<sha256 of the body>`; the key is the secret as text. */
export const sign = (secret: string, timestamp: string, nonce: string, body: Buffer): string =>
  createHmac('sha256', secret)
    .update(['POST', INTAKE, timestamp, nonce, printOf(body)].join('\n'))
    .digest('hex');

/** Whether two signatures are equal, in a time that says nothing. */
export function isSigned(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given.toLowerCase()), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The call that this device's number makes: the same number is the same call. */
export const incidentIdOf = (deviceId: string, nonce: string): string =>
  sha256(Buffer.from(`device:${deviceId}:${nonce}`)).slice(0, 24);
