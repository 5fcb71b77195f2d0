import { type Cell, emptyCell } from '@wubian/shared/exchange/cell.ts';
import { plainText } from '@wubian/shared/exchange/clean/read.ts';
import { clearWord, type SheetColumnKey, sheetColumn } from '@wubian/shared/exchange/columns.ts';
import { watermarkStart } from './words.ts';

/** A row of the sheet as the mapping reads it. */
export type RowCells = ReadonlyMap<SheetColumnKey, Cell>;

/** What is wrong with one cell: by the column that it stands in, or would stand in. */
export interface CellFault {
  key: SheetColumnKey;
  words: string;
}

/** A text as it is compared: what no person sees as a difference is none. */
export const sameText = (text: string): string => plainText(text).replace(/\s+/gu, ' ');

export const isBlank = (cell: Cell | undefined): boolean =>
  !cell || cell.kind === 'empty' || (cell.kind !== 'formula' && cell.kind !== 'error' && plainText(cell.text) === '');
export const isClear = (cell: Cell): boolean => cell.kind === 'text' && plainText(cell.text) === clearWord;
/** What an export without a reveal puts for hidden values, come back. */
export const isMasked = (cell: Cell): boolean => cell.kind === 'text' && /\*{2,}/u.test(plainText(cell.text));

/** The mapped cells of a row; null when none of them holds anything. */
export function rowCells(cells: readonly Cell[], columns: readonly (SheetColumnKey | null)[]): RowCells | null {
  const found = columns.flatMap((key, i) => (key === null ? [] : [[key, cells[i] ?? emptyCell] as const]));
  return found.some(([, cell]) => !isBlank(cell)) ? new Map(found) : null;
}

/** Whether a row is the last line of an export of ours, which names who took it. */
export const isWatermark = ({ cells }: { cells: readonly Cell[] }): boolean =>
  watermarkStart.test(cells.find(({ kind }) => kind !== 'empty')?.text ?? '');

/** Words about a cell for the screen: what they quote of a hidden column is masked. */
export const maskedWords = ({ key, words }: CellFault): string => {
  if (!sheetColumn(key).hidden) return words;
  return words
    .replace(/“[^”]*”/gu, '“***”')
    .replace(/[\dA-Z]{7,}/gu, (run) => `${run.slice(0, 3)}****${run.slice(-2)}`);
};
