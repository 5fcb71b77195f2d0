import { badField } from '@wubian/shared/refusals.ts';
import { isId } from '../store/ids.ts';

/** A place in a list: the instant and id of the last row. */
export interface Place {
  at: Date;
  id: string;
}

const wrong = () => badField('cursor', '翻页位置不对，请从第一页看起');

/** An opaque text for a list's place; `parts` are plain texts without a comma. */
export const writeCursor = (...parts: (string | number)[]): string =>
  Buffer.from(parts.join(',')).toString('base64url');

/** The parts of a cursor that this house wrote; throws `bad_input` for anything else. */
export function readCursor(cursor: string, parts: number): string[] {
  const read = Buffer.from(cursor, 'base64url').toString().split(',');
  if (read.length !== parts) throw wrong();
  return read;
}

const writePlace = ({ at, id }: Place): string => writeCursor(at.getTime(), id);

/** Undefined for the first page. Throws `bad_input`. `numbered` ids may carry a history number: `id:3`. */
export function readPlace(cursor: string | undefined, numbered = false): Place | undefined {
  if (cursor === undefined) return undefined;
  const [ms, id] = readCursor(cursor, 2) as [string, string];
  const [bare, number = '0', ...more] = id.split(':');
  const isOurs = isId(bare!) && more.length === 0 && (numbered || !id.includes(':')) && /^\d{1,6}$/.test(number);
  if (!/^\d{1,15}$/.test(ms) || !isOurs) throw wrong();
  return { at: new Date(Number(ms)), id };
}

/** One page out of `limit + 1` rows. */
export function pageOf<T>(rows: T[], limit: number, placeOf: (row: T) => Place): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? writePlace(placeOf(items.at(-1)!)) : null };
}
