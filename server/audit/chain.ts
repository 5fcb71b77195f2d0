import type { FieldCipher } from '../store/field-cipher.ts';
import type { Draft, Entry, Head, Tail } from './entry.ts';

/** Makes the keyed hash of a text: who has only the database cannot make one. */
export type Mac = (purpose: 'entry' | 'head', text: string) => string;

/** The keyed hashes of the chain, by the cipher's own key. */
export const macOf =
  (cipher: Pick<FieldCipher, 'mac'>): Mac =>
  (purpose, text) =>
    cipher.mac(`audit.${purpose}`, text);

/** What comes before the first entry. */
export const START: Tail = { seq: 0, hash: '' };

/** Long enough that ids sort as the numbers do. */
const DIGITS = 12;

/** The id of a place in a street's chain. */
export const entryId = (streetId: string, seq: number): string => `${streetId}:${String(seq).padStart(DIGITS, '0')}`;

/**
 * One text for one value, whatever order its fields were stored in: names sorted, dates as instants. A field more or
 * less, or of another type, gives another text.
 */
export function canonical(value: unknown): string {
  if (value instanceof Date) return `{"$date":${value.getTime()}}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'undefined';
}

/** What the hash of an entry must be. */
export function hashOf(entry: Omit<Entry, 'hash'> & { hash?: string }, mac: Mac): string {
  const { hash: _, ...rest } = entry;
  return mac('entry', canonical(rest));
}

/** Links drafts of one street to the end of its chain, in their order. */
export function link(tail: Tail, drafts: readonly Draft[], mac: Mac): Entry[] {
  let last = tail;
  return drafts.map((draft) => {
    const seq = last.seq + 1;
    const unsigned = { _id: entryId(draft.streetId, seq), ...draft, seq, prev: last.hash };
    const entry = { ...unsigned, hash: hashOf(unsigned, mac) };
    last = entry;
    return entry;
  });
}

const headMac = (streetId: string, { seq, hash }: Tail, mac: Mac): string =>
  mac('head', canonical([streetId, seq, hash]));

/** The signed end of a chain. */
export const headOf = (streetId: string, { seq, hash }: Tail, mac: Mac): Head => ({
  _id: streetId,
  streetId,
  seq,
  hash,
  mac: headMac(streetId, { seq, hash }, mac),
});

/** True if the head was signed by whoever holds the key, for this street. */
export const isSigned = (head: Head, mac: Mac): boolean =>
  head._id === head.streetId && head.mac === headMac(head.streetId, head, mac);
