import { type Cell, emptyCell } from '@wubian/shared/exchange/cell.ts';
import { fileRefusal } from './faults.ts';
import { type CellContext, cellOf, type RawCell } from './sheet-cells.ts';
import type { SheetLimits, SheetRow } from './types.ts';
import { attributeOf, xmlTokens } from './xml-tokens.ts';

/** 0-based column of a reference such as 'AB12'; -1 when there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) return i === 0 ? -1 : column - 1;
    column = column * 26 + letter;
    if (column > 16_384) throw fileRefusal('damaged');
  }
  return column - 1;
}

/**
 * The rows of a sheet's part, as they are read. A row that holds nothing is left out; cells and rows beyond the limits
 * count only when they hold something, since programs write formats far below the data.
 */
export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  context: CellContext,
  limits: SheetLimits,
): AsyncGenerator<SheetRow, void, undefined> {
  const ready: SheetRow[] = [];
  let cells: Cell[] = [];
  let rowNumber = 0;
  let column = -1;
  let formulas = 0;
  let raw: RawCell | null = null;
  let inText = false;
  let phonetic = false;
  const longestRaw = limits.cellLength * 8;

  function openRow(attributes: string): void {
    const number = Number(attributeOf(attributes, 'r') ?? rowNumber + 1);
    if (!Number.isInteger(number) || number <= rowNumber) throw fileRefusal('damaged');
    rowNumber = number;
    column = -1;
    cells = [];
  }

  function openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    column = reference ? columnOf(reference) : column + 1;
    if (column < 0) throw fileRefusal('damaged');
    raw = {
      type: attributeOf(attributes, 't') ?? '',
      style: Number(attributeOf(attributes, 's') ?? -1),
      text: '',
      formula: false,
    };
  }

  function closeCell(): void {
    const cell = cellOf(raw!, context);
    raw = null;
    if (cell.kind === 'empty') return;
    if (column >= limits.columns) throw fileRefusal('tooManyColumns', limits.columns);
    if (rowNumber > limits.rows) throw fileRefusal('tooManyRows', limits.rows);
    if (cell.text.length > limits.cellLength) throw fileRefusal('longCell', rowNumber, limits.cellLength);
    if (cell.kind === 'formula' && ++formulas > limits.formulas) throw fileRefusal('tooManyFormulas', limits.formulas);
    while (cells.length < column) cells.push(emptyCell);
    cells[column] = cell;
  }

  const tokens = xmlTokens({
    open(name, attributes) {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'f' && raw) raw.formula = true;
      else if (name === 'rPh') phonetic = true;
      inText = raw !== null && (name === 'v' || (name === 't' && !phonetic));
    },
    text(piece) {
      if (inText && raw && raw.text.length <= longestRaw) raw.text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && raw) closeCell();
      else if (name === 'row' && cells.length > 0) {
        ready.push({ row: rowNumber, cells });
        cells = [];
      }
    },
  });
  for await (const piece of bytes) {
    tokens.feed(piece);
    yield* ready.splice(0);
  }
  tokens.end();
  yield* ready;
}
