import { inPieces } from './cell-xml.ts';
import { escapeAttribute } from './ooxml-text.ts';
import { stylesXml } from './sheet-styles.ts';
import type { FileBytes } from './types.ts';
import { type ZipPart, zipParts } from './zip-writer.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet to be written: its name and its XML from `<worksheet>`'s content on, made as it is written. */
export interface SheetXml {
  name: string;
  content: AsyncIterable<string> | Iterable<string>;
}

/** A name as programs allow it: at most 31 characters, none of []:*?/\ and no apostrophe at its ends. */
export const sheetName = (wanted: string): string =>
  wanted
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
    .toWellFormed() || '表格';

const contentTypes = (count: number): string =>
  `${head}<Types xmlns="${packages}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${Array.from(
    { length: count },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  ).join('')}</Types>`;

const rootRelations = `${head}<Relationships xmlns="${packages}/relationships">\
<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const workbook = (names: readonly string[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map((name, i) => `<sheet name="${escapeAttribute(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`;

const relations = (count: number): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${Array.from(
    { length: count },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  ).join('')}<Relationship Id="rId${count + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

async function* wrapped(content: SheetXml['content']): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}">`;
  yield* content;
  yield '</worksheet>';
}

const part = (name: string, text: string): ZipPart => ({ name, data: inPieces([text]) });

/** A workbook of these sheets, in our styles. */
export function workbookFile(sheets: readonly SheetXml[]): FileBytes {
  return zipParts([
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part('_rels/.rels', rootRelations),
    part('xl/workbook.xml', workbook(sheets.map(({ name }) => name))),
    part('xl/_rels/workbook.xml.rels', relations(sheets.length)),
    part('xl/styles.xml', stylesXml),
    ...sheets.map(({ content }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: inPieces(wrapped(content)) })),
  ]);
}
