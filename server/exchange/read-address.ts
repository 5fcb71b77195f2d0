import type { Cell } from '@wubian/shared/exchange/cell.ts';
import { readDoor } from '@wubian/shared/exchange/clean/door.ts';
import type { Read } from '@wubian/shared/exchange/clean/read.ts';
import { readText } from '@wubian/shared/exchange/clean/text.ts';
import { type SheetColumnKey, sheetColumn } from '@wubian/shared/exchange/columns.ts';
import { parseDoor } from '@wubian/shared/registry/address.ts';
import type { FactsOfElder } from '../registry/door.ts';
import type { Community } from '../streets/index.ts';
import type { AreasByName } from './area-names.ts';
import { type CellFault, isBlank, isClear, type RowCells } from './row-cells.ts';
import { words } from './words.ts';

type Address = FactsOfElder['address'];
type DoorPart = 'building' | 'unit' | 'floor' | 'room' | 'note';

const partColumns = { building: 'building', unit: 'unit', floor: 'floor', room: 'room', addressNote: 'note' } as const;
const longest: Record<DoorPart, number> = { building: 12, unit: 12, floor: 6, room: 12, note: 60 };

export interface AddressRead {
  address: Address | null;
  faults: CellFault[];
}

interface Line {
  community: Community;
  estateId: string;
  door: Partial<Record<DoorPart, string>>;
}

/** '水西里花园3号楼2门501' in one cell. */
function readLine(cell: Cell, community: Community | null, areas: AreasByName): Read<Line | null> {
  const text = readText(100)(cell);
  if ('bad' in text || text.ok === null) return text as Read<null>;
  const found = areas.inLine(text.ok, community);
  if (!found) return { bad: words.noEstateInLine };
  const line = { community: found.community, estateId: found.estate.id };
  if (found.door === '') return { ok: { ...line, door: {} } };
  const door = parseDoor(found.door);
  if (door?.estate !== '') {
    const bad = readDoor({ kind: 'text', value: found.door, text: found.door });
    return 'bad' in bad ? bad : { bad: words.noEstateInLine };
  }
  const { building, unit, floor, room } = door;
  return { ok: { ...line, door: { building, unit, floor, room } } };
}

/**
 * The address that a row leaves: its cells over what is on file. Parts say more than the one-cell address; with another
 * estate the parts that the row does not name are emptied, since a door belongs to its house.
 */
export function readAddress(
  cells: RowCells,
  before: Address | null,
  areas: AreasByName,
  usual: Community | null,
): AddressRead {
  const faults: CellFault[] = [];
  const take = <T>(key: SheetColumnKey, read: (cell: Cell) => Read<T | null>): T | null => {
    const cell = cells.get(key);
    if (!cell || isBlank(cell)) return null;
    if (isClear(cell)) {
      faults.push({ key, words: words.cannotClear(sheetColumn(key).label) });
      return null;
    }
    const value = read(cell);
    if ('ok' in value) return value.ok;
    faults.push({ key, words: value.bad });
    return null;
  };
  const named =
    <T>(find: (said: string) => Read<T>) =>
    (cell: Cell): Read<T | null> => {
      const said = readText(60)(cell);
      return 'bad' in said || said.ok === null ? (said as Read<null>) : find(said.ok);
    };

  const said = take('community', named(areas.community));
  const line = take('addressLine', (cell) => readLine(cell, said, areas));
  const known = before ? (areas.byId(before.communityId) ?? null) : null;
  const near = said ?? line?.community ?? null;
  const estate = take(
    'estate',
    named((name) => areas.estate(name, near ?? known ?? usual)),
  );
  const community = near ?? estate?.community ?? known ?? usual;
  const estateId =
    estate?.estate.id ?? line?.estateId ?? (before && community?.id === before.communityId ? before.estateId : null);
  const isElsewhere = estateId !== null && estateId !== before?.estateId;
  const stays = before && !isElsewhere ? before : null;

  let gridId = stays && stays.communityId === community?.id ? stays.gridId : null;
  if (before && isElsewhere && before.communityId === community?.id) gridId = before.gridId;
  const gridCell = cells.get('grid');
  if (gridCell && isClear(gridCell)) gridId = null;
  else if (community)
    gridId =
      take(
        'grid',
        named((name) => areas.grid(name, community)),
      )?.id ?? gridId;

  const door: Record<DoorPart, string> = {
    building: stays?.building ?? '',
    unit: stays?.unit ?? '',
    floor: stays?.floor ?? '',
    room: stays?.room ?? '',
    note: stays?.note ?? '',
  };
  for (const [part, value] of Object.entries(line?.door ?? {})) if (value) door[part as DoorPart] = value;
  for (const [key, part] of Object.entries(partColumns) as [keyof typeof partColumns, DoorPart][]) {
    const cell = cells.get(key);
    if (cell && isClear(cell)) door[part] = '';
    else door[part] = take(key, readText(longest[part])) ?? door[part];
  }

  if (faults.length) return { address: null, faults };
  if (!community) return { address: null, faults: [{ key: 'community', words: words.needed('社区') }] };
  if (!estateId) {
    const why = before ? words.movedWithoutEstate : words.needed('小区');
    return { address: null, faults: [{ key: cells.has('estate') || before ? 'estate' : 'addressLine', words: why }] };
  }
  return { address: { communityId: community.id, gridId, estateId, ...door }, faults: [] };
}
