import { exampleMark } from '@wubian/shared/exchange/header.ts';
import { plainStyles, rowXml } from './cell-xml.ts';
import { style } from './sheet-styles.ts';
import type { FileBytes, TemplateColumn } from './types.ts';
import { workbookFile } from './workbook-xml.ts';
import { headerRow, sheetHead, sheetTail } from './write-sheet.ts';

const helpColumns = [
  { title: '列名', width: 20 },
  { title: '是否必填', width: 10 },
  { title: '怎么填', width: 60 },
  { title: '可以填的内容', width: 60 },
];
const wrapped = { text: style.wrapped, quoted: style.wrapped };

function* fillIn(columns: readonly TemplateColumn[]): Generator<string> {
  const example = columns.map((column, i) => (i === 0 ? exampleMark + column.example : column.example));
  yield `${sheetHead(columns)}<sheetData>${headerRow(columns.map(({ title }) => title))}`;
  yield `${rowXml(2, example, () => plainStyles)}</sheetData>${sheetTail(columns)}`;
}

function* explain(columns: readonly TemplateColumn[]): Generator<string> {
  yield `${sheetHead(helpColumns)}<sheetData>${headerRow(helpColumns.map(({ title }) => title))}`;
  for (const [i, { title, required, help, choices = [] }] of columns.entries()) {
    yield rowXml(i + 2, [title, required ? '必填' : '选填', help, choices.join('、')], () => wrapped);
  }
  yield '</sheetData>';
}

/**
 * The template for filling in: the header with lists of choices and one example row, which importing leaves out
 * (`isExampleRow`), and a second sheet 填写说明 that explains each column.
 */
export const writeTemplate = (name: string, columns: readonly TemplateColumn[]): FileBytes =>
  workbookFile([
    { name, content: fillIn(columns) },
    { name: '填写说明', content: explain(columns) },
  ]);
