import { badField } from '@wubian/shared/refusals.ts';
import { isId } from '../../store/ids.ts';

/** A place in a list: the instant and id of the last row. */
export interface Place {
  at: Date;
  id: string;
}

/** Undefined for the first page. Throws `bad_input` for what this house did not write. */
export function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [ms = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(',');
  if (!/^\d{1,15}$/.test(ms) || !isId(id)) throw badField('cursor', '翻页位置不对，请从第一页看起');
  return { at: new Date(Number(ms)), id };
}

/** One page out of `limit + 1` rows. */
export function pageOf<T>(rows: T[], limit: number, placeOf: (row: T) => Place): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  if (rows.length <= limit) return { items, next: null };
  const { at, id } = placeOf(items.at(-1)!);
  return { items, next: Buffer.from(`${at.getTime()},${id}`).toString('base64url') };
}
