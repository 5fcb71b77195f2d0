import { badField } from '@wubian/shared/refusals.ts';
import { isId } from '../../store/ids.ts';

interface Place {
  at: Date;
  id: string;
}

/** The place after which a list goes on; throws `bad_input` for what this house did not write. */
export function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [ms = '', id = '', ...more] = cursor.split('-');
  if (!/^\d{1,15}$/.test(ms) || !isId(id) || more.length) throw badField('cursor', '翻页位置不对，请从第一页看起');
  return { at: new Date(Number(ms)), id };
}

/** One page out of `limit + 1` rows. */
export function pageOf<T>(found: T[], limit: number, placeOf: (row: T) => Place): { items: T[]; next: string | null } {
  const items = found.slice(0, limit);
  if (found.length <= limit) return { items, next: null };
  const { at, id } = placeOf(items.at(-1)!);
  return { items, next: `${at.getTime()}-${id}` };
}
