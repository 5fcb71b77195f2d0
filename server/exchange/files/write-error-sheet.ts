import { faultColumnTitle } from '@wubian/shared/exchange/header.ts';
import { plainStyles, rowXml } from './cell-xml.ts';
import { openSheet } from './open-sheet.ts';
import { style } from './sheet-styles.ts';
import type { Cell, CellMarks, FileBytes, OpenOptions, OutCell, SheetRow, SheetSource } from './types.ts';
import { workbookFile } from './workbook-xml.ts';
import { sheetHead } from './write-sheet.ts';

export interface ErrorSheetOptions extends OpenOptions {
  /** The last row of the header (1-based). Rows up to it are kept above. */
  headerRow: number;
  /** Leave out the rows in which nothing is wrong. */
  onlyMarked?: boolean;
}

const badStyles = { text: style.bad, quoted: style.badQuoted };
const headerStyles = { text: style.header, quoted: style.header };
const wrappedStyles = { text: style.wrapped, quoted: style.wrapped };

/** A marked cell is written as a text, so that its colour shows also when nothing stands in it. */
const writtenValue = (cell: Cell | undefined, marked: boolean): OutCell => {
  if (!cell || cell.kind === 'empty') return marked ? ' ' : null;
  return !marked && (cell.kind === 'number' || cell.kind === 'boolean') ? (cell.value as OutCell) : cell.text;
};

/** '联系电话：…' for each mark of a row, in the order of the columns. */
function wordsOf(marks: ReadonlyMap<number, string>, titles: readonly string[]): string {
  return [...marks]
    .sort(([a], [b]) => a - b)
    .map(([column, words]) => (titles[column] ? `${titles[column]}：${words}` : words))
    .join('\n');
}

const none: ReadonlyMap<number, string> = new Map();

function markedRow(number: number, { cells }: SheetRow, marks: ReadonlyMap<number, string>, titles: string[]): string {
  const width = Math.max(cells.length, ...[...marks.keys()].map((column) => column + 1));
  const values = Array.from({ length: width }, (_, i) => writtenValue(cells[i], marks.has(i)));
  const stylesOf = (column: number) => {
    if (column === 0) return wrappedStyles;
    return marks.has(column - 1) ? badStyles : plainStyles;
  };
  return rowXml(number, [wordsOf(marks, titles), ...values], stylesOf);
}

async function* content(rows: AsyncIterable<SheetRow>, marks: CellMarks, options: ErrorSheetOptions) {
  yield `${sheetHead([{ title: faultColumnTitle, width: 60 }], options.headerRow)}<sheetData>`;
  const titles: string[] = [];
  let number = options.headerRow;
  for await (const row of rows) {
    if (row.row <= options.headerRow) {
      for (const [i, { text }] of row.cells.entries()) if (text.trim() !== '') titles[i] = text.replace(/\s+/g, '');
      const values = row.cells.map((cell) => writtenValue(cell, false));
      const title = row.row === options.headerRow ? faultColumnTitle : null;
      yield rowXml(row.row, [title, ...values], () => headerStyles);
      continue;
    }
    const marked = marks.get(row.row) ?? none;
    if (options.onlyMarked && marked.size === 0) continue;
    // Where every row is kept, it keeps its number as well.
    number = options.onlyMarked ? number + 1 : row.row;
    yield markedRow(number, row, marked, titles);
  }
  yield '</sheetData>';
}

/**
 * The sheet back with what is wrong: the marked cells are red, and a new first column 问题 says for each row what to mend.
 * It can be corrected and uploaded again, since header finding passes over that column. Streams; formulas come back as
 * their last results, dates as texts. Throws like `openSheet`.
 */
export async function* writeErrorSheet(
  source: SheetSource,
  marks: CellMarks,
  options: ErrorSheetOptions,
): AsyncGenerator<Uint8Array> {
  const sheet = await openSheet(source, options);
  try {
    yield* workbookFile([
      { name: sheet.sheetName || '问题', content: content(sheet.rows, marks, options) },
    ]) as FileBytes;
  } finally {
    await sheet.close();
  }
}
