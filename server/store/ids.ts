import { randomBytes } from 'node:crypto';

const ID = /^[0-9a-f]{24}$/;

/** True for the house's id form: 24 lower-case hex digits, as clients make them too. */
export const isId = (value: string): boolean => ID.test(value);

/**
 * A new id of that form: seconds of `now` (8 digits), then 64 random bits, so ids sort roughly by time and two
 * machines never make the same one.
 */
export function newId(now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000) % 0x1_0000_0000;
  return seconds.toString(16).padStart(8, '0') + randomBytes(8).toString('hex');
}
