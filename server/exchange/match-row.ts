import type { SheetColumnKey } from '@wubian/shared/exchange/columns.ts';
import { normalPart } from '@wubian/shared/registry/address.ts';
import type { BatchDoor, BatchFile, FactsOfElder } from '../registry/door.ts';
import { plainColumns } from './plain-columns.ts';
import { readAddress } from './read-address.ts';
import { type RowContext, tellsAnotherAddress } from './read-row.ts';
import { type CellFault, isBlank, isMasked, type RowCells, sameText } from './row-cells.ts';
import { words } from './words.ts';

/** By what a row may be known, as far as it can be read. */
export interface Known {
  fileNumber: string | null;
  idNumber: string | null;
  /** The name as it is read, and as it stands there. */
  names: string[];
  birthDate: string | null;
}

/** Whom a row is about. */
export type Match =
  | { is: 'file'; file: BatchFile }
  | { is: 'nobody' }
  /** By name, birth date and address only: for the clerk to decide. */
  | { is: 'perhaps'; files: BatchFile[] }
  | { is: 'wrong'; fault: CellFault };

/** What identifies the person of a row; cells that cannot be read identify nobody. */
export function knownBy(cells: RowCells, context: RowContext): Known {
  const read = (key: SheetColumnKey) => {
    const cell = cells.get(key);
    if (!cell || isBlank(cell)) return {};
    const value = plainColumns[key]!(cell, context);
    return 'ok' in value && value.ok ? value.ok : {};
  };
  const number = read('idNumber');
  return {
    fileNumber: read('fileNumber').fileNumber ?? null,
    idNumber: number.idNumber ?? null,
    names: [...new Set([read('name').name ?? '', cells.get('name')?.text.trim() ?? ''])].filter((name) => name !== ''),
    birthDate: read('birthDate').birthDate ?? number.birthDate ?? null,
  };
}

/** The files that any of these rows may be about, in one lookup. */
export const findFiles = (batch: BatchDoor, streetId: string, known: readonly Known[]): Promise<BatchFile[]> =>
  batch.find(streetId, {
    fileNumbers: known.flatMap(({ fileNumber }) => fileNumber ?? []),
    idNumbers: known.flatMap(({ idNumber }) => idNumber ?? []),
    twins: known.flatMap(({ names, birthDate }) => names.map((name) => ({ name, birthDate }))),
  });

/** Whether two addresses may be one: no part that both name differs. */
function isSameDoor(row: FactsOfElder['address'] | null, file: FactsOfElder['address']): boolean {
  if (!row) return true;
  if (row.estateId !== file.estateId) return false;
  return (['building', 'unit', 'room'] as const).every(
    (part) => !row[part] || !file[part] || normalPart(row[part]) === normalPart(file[part]),
  );
}

/** A masked ID number, as an export shows it, speaks against nobody whose number it may be. */
const speaksAgainst = (known: Known, { idNumber }: FactsOfElder): boolean =>
  known.idNumber !== null && idNumber !== null && known.idNumber !== idNumber;

/** Files by what rows know them by, made once for a chunk. */
export function indexFiles(files: readonly BatchFile[]) {
  const group = (keyOf: (file: BatchFile) => string | null) => {
    const groups = new Map<string, BatchFile[]>();
    for (const file of files) {
      const key = keyOf(file);
      if (key) groups.set(key, [...(groups.get(key) ?? []), file]);
    }
    return groups;
  };
  return {
    byNumber: group(({ facts }) => facts.fileNumber),
    byId: group(({ facts }) => facts.idNumber),
    byName: group(({ facts }) => facts.name),
  };
}

type Files = ReturnType<typeof indexFiles>;

/** File number first, then ID number, else name with birth date and address. */
export function matchRow(cells: RowCells, known: Known, files: Files, context: RowContext): Match {
  const byNumber = (known.fileNumber && files.byNumber.get(known.fileNumber)) || [];
  const byId = (known.idNumber && files.byId.get(known.idNumber)?.[0]) || null;
  const wrong = (key: SheetColumnKey, why: string): Match => ({ is: 'wrong', fault: { key, words: why } });
  if (byNumber.length > 1) {
    const named = byNumber.find((file) => file === byId);
    return named ? { is: 'file', file: named } : wrong('fileNumber', words.numberHeldTwice);
  }
  const [file] = byNumber;
  if (file) {
    if (byId && byId !== file) return wrong('fileNumber', words.twoFiles);
    const otherName =
      known.names.length > 0 && !known.names.some((name) => sameText(name) === sameText(file.facts.name));
    if (otherName && speaksAgainst(known, file.facts)) return wrong('fileNumber', words.otherPerson);
    return { is: 'file', file };
  }
  if (byId) return { is: 'file', file: byId };

  const shown = new Map([...cells].filter(([, cell]) => !isMasked(cell)));
  const { address } = readAddress(shown, null, context.areas, context.usual);
  const named = known.names.flatMap((name) => files.byName.get(name) ?? []);
  const perhaps = [...new Set(named)].filter(
    ({ facts }) =>
      !speaksAgainst(known, facts) &&
      (!known.fileNumber || !facts.fileNumber) &&
      (!known.birthDate || !facts.birthDate || known.birthDate === facts.birthDate) &&
      (isSameDoor(address, facts.address) || !tellsAnotherAddress(cells, facts, context.names)),
  );
  return perhaps.length > 0 ? { is: 'perhaps', files: perhaps } : { is: 'nobody' };
}
