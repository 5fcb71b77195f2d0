import { type Cell, textCell } from '@wubian/shared/exchange/cell.ts';
import { plainText } from '@wubian/shared/exchange/clean/read.ts';
import { type SheetColumnKey, sheetColumn, sheetColumns } from '@wubian/shared/exchange/columns.ts';
import type { FieldName } from '@wubian/shared/registry/fields.ts';
import type { Names } from '@wubian/shared/registry/say-field.ts';
import type { BatchDoor, FactsOfElder } from '../registry/door.ts';
import type { Community } from '../streets/index.ts';
import type { AreasByName } from './area-names.ts';
import { type CellContext, clearedFacts, emptyFacts, type FactsPatch, plainColumns } from './plain-columns.ts';
import { readAddress } from './read-address.ts';
import { readContacts } from './read-contacts.ts';
import { type CellFault, isBlank, isClear, isMasked, type RowCells, sameText } from './row-cells.ts';
import { sayColumn } from './say-column.ts';
import { words } from './words.ts';
import type { WorkersByName } from './workers-by-name.ts';

/** What reading rows needs beside them. */
export interface RowContext extends CellContext {
  areas: AreasByName;
  names: Names;
  workers: WorkersByName;
  /** The community of rows that name none. */
  usual: Community | null;
  checked: BatchDoor['checked'];
}

/** What a row makes of a file: the facts after it, or why it cannot. */
export interface RowRead {
  facts: FactsOfElder;
  faults: CellFault[];
}

const addressKeys = new Set(sheetColumns.filter(({ field }) => field === 'address').map(({ key }) => key));
const contactKeys = new Set(sheetColumns.filter(({ field }) => field === 'contacts').map(({ key }) => key));

/** The cells that say something else than the file does: what an export wrote, masked or not, changes nothing. */
function telling(cells: RowCells, before: FactsOfElder | null, names: Names): Map<SheetColumnKey, Cell> {
  return new Map(
    [...cells].filter(([key, cell]) => {
      if (isBlank(cell)) return false;
      if (!before || cell.kind === 'formula' || cell.kind === 'error') return true;
      const text = sameText(cell.text);
      return ![false, true].some((mask) => sameText(sayColumn(key, before, names, mask)) === text);
    }),
  );
}

const isAbout = (cells: RowCells, keys: ReadonlySet<SheetColumnKey>): boolean =>
  [...cells.keys()].some((key) => keys.has(key));

/** Whether an address cell says something else than the file, however that address is written. */
export const tellsAnotherAddress = (cells: RowCells, before: FactsOfElder, names: Names): boolean =>
  isAbout(telling(cells, before, names), addressKeys);

/** In another house every part of the door counts, also those that are called as in the old one. */
function addressCells(cells: RowCells, told: RowCells, masked: ReadonlySet<SheetColumnKey>): RowCells {
  if (!(['community', 'estate', 'addressLine'] as const).some((key) => told.has(key))) return told;
  return new Map([...cells].filter(([key, cell]) => addressKeys.has(key) && !masked.has(key) && !isMasked(cell)));
}

/** Of a person whose name was mended the number stays: also when the sheet shows it masked, as it was exported. */
function contactCells(
  cells: RowCells,
  before: FactsOfElder | null,
  masked: ReadonlySet<SheetColumnKey>,
  names: Names,
): RowCells {
  const own = [...cells].filter(([key]) => contactKeys.has(key) && !masked.has(key));
  return new Map(
    own.map(([key, cell]) => {
      const isAsShown = before && isMasked(cell) && key !== 'moreContacts';
      return [key, isAsShown ? textCell(sayColumn(key, before, names, false)) : cell];
    }),
  );
}

/** Of a row without a file on record, what must be there to make one. */
function needed(facts: FactsOfElder, faults: readonly CellFault[]): CellFault[] {
  // The sex stands in the ID number, so a wrong number is all there is to mend.
  const isTold = (key: SheetColumnKey) =>
    faults.some((fault) => fault.key === key || (key === 'sex' && fault.key === 'idNumber'));
  return (['name', 'sex'] as const).flatMap((key) =>
    facts[key] || isTold(key) ? [] : [{ key, words: words.needed(sheetColumn(key).label) }],
  );
}

/** Level, day and standard of an assessment belong together; only results by the present standard are taken. */
function readAbility(cells: RowCells, patch: FactsPatch, before: FactsOfElder | null): CellFault[] {
  const standard = cells.get('abilityStandard');
  const said = standard && !isBlank(standard) ? plainText(standard.text).toUpperCase() : '';
  if (/039/.test(said)) return [{ key: 'abilityStandard', words: words.oldStandard }];
  if (said && !/42195/.test(said)) return [{ key: 'abilityStandard', words: words.whichStandard }];
  const { abilityLevel, abilityOn = before?.abilityOn } = patch;
  if (abilityLevel === undefined || abilityLevel === null) return [];
  if (!said) return [{ key: 'abilityLevel', words: words.whichStandard }];
  return abilityOn ? [] : [{ key: cells.has('abilityOn') ? 'abilityOn' : 'abilityLevel', words: words.whichDay }];
}

/** Which column to mark for a fault of a field: the one in the row that is about it. */
function columnOf(field: string, cells: RowCells): SheetColumnKey {
  const name = field.split('.')[0] as FieldName;
  const about = sheetColumns.filter((one) => one.field === name);
  return (about.find(({ key }) => cells.has(key)) ?? about[0])?.key ?? 'name';
}

/** What the ID number says stands behind what the row or the file says itself. */
function fromIdNumber(patch: FactsPatch, cells: RowCells, before: FactsOfElder | null): FactsPatch {
  const { birthDate, sex, ...number } = patch;
  return {
    ...number,
    ...(birthDate && !before?.birthDate && isBlank(cells.get('birthDate')) && { birthDate }),
    ...(sex && !before && isBlank(cells.get('sex')) && { sex }),
  };
}

/** Reads a row over the file that it is about; `before` null makes a new one. */
export function readRow(cells: RowCells, before: FactsOfElder | null, context: RowContext): RowRead {
  const told = telling(cells, before, context.names);
  if (before && told.size === 0) return { facts: before, faults: [] };
  const faults: CellFault[] = [];
  let patch: FactsPatch = {};
  for (const [key, cell] of told) {
    if (isMasked(cell) && key !== 'name') {
      faults.push({ key, words: words.masked });
      continue;
    }
    const read = plainColumns[key];
    if (!read) continue;
    if (isClear(cell)) {
      const cleared = clearedFacts(sheetColumn(key).field);
      if (cleared) patch = { ...patch, ...cleared };
      else faults.push({ key, words: words.cannotClear(sheetColumn(key).label) });
      continue;
    }
    const value = read(cell, context);
    if ('bad' in value) faults.push({ key, words: value.bad });
    else if (value.ok) {
      const more = key === 'idNumber' ? fromIdNumber(value.ok, cells, before) : value.ok;
      // A birthday by the moon is told by its own column, if the sheet has one.
      const { birthSaid: _said, ...rest } = more;
      patch = { ...patch, ...(key === 'birthDate' && !isBlank(cells.get('birthSaid')) ? rest : more) };
    }
  }
  const masked = new Set(faults.map(({ key }) => key));
  const unmasked = new Map([...told].filter(([key]) => !masked.has(key)));
  faults.push(...readAbility(cells, patch, before));

  let facts = { ...(before ?? emptyFacts), ...patch };
  if (!before || isAbout(unmasked, addressKeys)) {
    const own = addressCells(cells, unmasked, masked);
    const { address, faults: wrong } = readAddress(own, before?.address ?? null, context.areas, context.usual);
    faults.push(...wrong);
    if (address) {
      const isElsewhere = before !== null && before.address.estateId !== address.estateId;
      facts = { ...facts, address, ...(isElsewhere && { point: null }) };
    }
  }
  if (isAbout(unmasked, contactKeys)) {
    const own = contactCells(cells, before, masked, context.names);
    const { contacts, faults: wrong } = readContacts(own, before?.contacts ?? []);
    faults.push(...wrong);
    facts = { ...facts, contacts };
  }
  const worker = unmasked.get('responsible');
  if (worker && facts.address) {
    const found = isClear(worker) ? { ok: null } : context.workers(plainText(worker.text), facts.address.communityId);
    if ('bad' in found) faults.push({ key: 'responsible', words: found.bad });
    else facts = { ...facts, responsibleId: found.ok };
  }
  if (!before) faults.push(...needed(facts, faults));
  if (faults.length) return { facts, faults };

  const after = context.checked(facts, context.today);
  if (after.faults.length === 0) return { facts: after.facts, faults };
  // What stood against the file already is not this row's fault.
  const stood = before ? context.checked(before, context.today).faults.map(({ field }) => field) : [];
  const own = after.faults.filter(({ field }) => !stood.includes(field));
  return { facts, faults: own.map(({ field, words: why }) => ({ key: columnOf(field, cells), words: why })) };
}
