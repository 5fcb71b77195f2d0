import { columnName, plainStyles, rowXml } from './cell-xml.ts';
import { escapeAttribute } from './ooxml-text.ts';
import { style } from './sheet-styles.ts';
import type { FileBytes, OutColumn, OutRows } from './types.ts';
import { type SheetXml, workbookFile } from './workbook-xml.ts';

/** The last row for which a list of choices is offered. */
const lastChoiceRow = 200_001;
const longestList = 255;

const headerStyles = { text: style.header, quoted: style.header };

const widthOf = ({ title, width }: OutColumn): number => width ?? Math.min(40, Math.max(10, [...title].length * 2 + 4));

/** The first row stays in view; empty cells of a text column take what is typed as a text. */
export function sheetHead(columns: readonly OutColumn[], frozenRows = 1): string {
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" \
activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const cols = columns.map((column, i) => {
    const shown = column.kind === 'number' ? style.plain : style.text;
    return `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column)}" style="${shown}" customWidth="1"/>`;
  });
  return `${view}<sheetFormatPr defaultRowHeight="15"/>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}`;
}

function validation({ choices = [] }: OutColumn, column: number): string {
  const list = choices.join(',');
  if (choices.length === 0 || list.length > longestList || choices.some((choice) => /[,"]/.test(choice))) return '';
  const name = columnName(column);
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请从列表里选" \
error="${escapeAttribute(`请填：${choices.join('、')}`.slice(0, 250))}" sqref="${name}2:${name}${lastChoiceRow}">\
<formula1>"${escapeAttribute(list)}"</formula1></dataValidation>`;
}

/** What stands behind the rows: the lists of choices. */
export function sheetTail(columns: readonly OutColumn[]): string {
  const lists = columns.map(validation).filter((list) => list !== '');
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
}

export const headerRow = (titles: readonly string[]): string => rowXml(1, titles, () => headerStyles);

async function* content(rows: OutRows, columns: readonly OutColumn[], signal?: AbortSignal): AsyncGenerator<string> {
  yield `${sheetHead(columns)}<sheetData>${headerRow(columns.map(({ title }) => title))}`;
  let number = 1;
  for await (const row of rows) {
    signal?.throwIfAborted();
    number += 1;
    yield rowXml(number, row, () => plainStyles);
  }
  yield `</sheetData>${sheetTail(columns)}`;
}

/** A sheet of the usual look: a header, text columns, lists of choices. */
export const tableSheet = (
  name: string,
  columns: readonly OutColumn[],
  rows: OutRows,
  signal?: AbortSignal,
): SheetXml => ({
  name,
  content: content(rows, columns, signal),
});

/**
 * An .xlsx of one sheet, written as the rows come, with flat memory. Texts stay texts: '001' and ID numbers keep their
 * form, and what begins with = + - @ can never run (text cell with quotePrefix; no sign is added, so reading gives the
 * same back). An aborted signal throws its reason.
 */
export const writeSheet = (
  rows: OutRows,
  sheet: { name: string; columns: readonly OutColumn[]; signal?: AbortSignal },
): FileBytes => workbookFile([tableSheet(sheet.name, sheet.columns, rows, sheet.signal)]);
