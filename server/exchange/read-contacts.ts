import type { Cell } from '@wubian/shared/exchange/cell.ts';
import { readPhone } from '@wubian/shared/exchange/clean/phone.ts';
import type { Read } from '@wubian/shared/exchange/clean/read.ts';
import { readName, readText } from '@wubian/shared/exchange/clean/text.ts';
import type { SheetColumnKey } from '@wubian/shared/exchange/columns.ts';
import type { FactsOfElder } from '../registry/door.ts';
import { readPeople } from './list-cells.ts';
import { type CellFault, isBlank, isClear, type RowCells } from './row-cells.ts';
import { words } from './words.ts';

type Contact = FactsOfElder['contacts'][number];

const places = [1, 2, 3] as const;
const keysOf = (n: 1 | 2 | 3) =>
  ({ name: `contact${n}Name`, relation: `contact${n}Relation`, phone: `contact${n}Phone` }) as const;

/**
 * The contacts that a row leaves: its cells over those on file, place by place. Another name at a place is another person,
 * who brings her own number. A person who then stands there twice is kept once.
 */
export function readContacts(
  cells: RowCells,
  before: readonly Contact[],
): { contacts: Contact[]; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const take = <T>(key: SheetColumnKey, read: (cell: Cell) => Read<T | null>): T | null => {
    const cell = cells.get(key);
    if (!cell || isBlank(cell) || isClear(cell)) return null;
    const value = read(cell);
    if ('ok' in value) return value.ok;
    faults.push({ key, words: value.bad });
    return null;
  };

  const first: (Contact | null)[] = places.map((n) => {
    const keys = keysOf(n);
    const cleared = [keys.name, keys.phone].some((key) => cells.has(key) && isClear(cells.get(key)!));
    if (cleared) return null;
    const old = before[n - 1];
    const name = take(keys.name, readName);
    const relation = take(keys.relation, readText(10));
    const phone = take(keys.phone, readPhone);
    const same = old && (name === null || name === old.name) ? old : null;
    if (name === null && relation === null && phone === null) return old ?? null;
    const now = {
      name: name ?? same?.name ?? '',
      relation: relation ?? same?.relation ?? words.noRelation,
      phone: phone ?? same?.phone ?? '',
    };
    const isRead = !faults.some(({ key }) => Object.values(keys).includes(key as never));
    if (isRead && !now.name) faults.push({ key: keys.name, words: words.contactName });
    if (isRead && !now.phone) faults.push({ key: keys.phone, words: words.contactPhone });
    return now;
  });
  const moreCell = cells.get('moreContacts');
  const more =
    moreCell && isClear(moreCell) ? [] : (take('moreContacts', readPeople(5)) ?? before.slice(places.length));
  const all = [...first.filter((one): one is Contact => one !== null), ...more];
  const contacts = all.filter(
    ({ name, phone }, i) => all.findIndex((other) => other.name === name && other.phone === phone) === i,
  );
  return { contacts, faults };
}
