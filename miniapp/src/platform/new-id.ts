import { now } from './clock.ts';

const hex = (count: number): string => {
  let out = '';
  while (out.length < count)
    out += Math.floor(Math.random() * 0x10000)
      .toString(16)
      .padStart(4, '0');
  return out.slice(0, count);
};

/**
 * A new document id, made on the phone: 24 hex digits, seconds first like the database's own.
 * Unique, not secret: no right ever hangs on knowing an id.
 */
export const newId = (): string =>
  Math.floor(now() / 1000)
    .toString(16)
    .padStart(8, '0') + hex(16);
