/**
 * A process of its own that does one thing with a large sheet and says how much memory it took at most: its own
 * resident set counts the reading thread as well. Arguments: `write` or `read`, rows, path.
 */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openSheet, writeErrorSheet, writeSheet } from '../../server/exchange/files/index.ts';
import { zipParts } from '../../server/exchange/files/zip-writer.ts';
import { workbookEntries } from '../factories/sheets.ts';

const [what = '', rowsWanted = '0', path = ''] = process.argv.slice(2);
const rows = Number(rowsWanted);
const columns = Array.from({ length: 25 }, (_, i) => ({ title: `列${i}` }));

/** Eight columns in which no text comes twice, and seventeen as of choices: as a street's sheet has them. */
const texts = (row: number): string[] =>
  columns.map((_, i) => (i < 8 ? `王秀兰${row * 8 + i}` : `选项${(row * i) % 9}`));

function* ownRows() {
  for (let row = 0; row < rows; row++) yield texts(row);
}

/** As Excel and WPS write it: the texts lie in the table of shared strings. */
function* sharedRows() {
  for (let row = 0; row < rows; row++) {
    const cells = columns.map((_, i) => `<c t="s"><v>${i < 8 ? 9 + row * 8 + i : (row * i) % 9}</v></c>`);
    yield Buffer.from(`<row r="${row + 1}">${cells.join('')}</row>`);
  }
}
function* sharedTexts() {
  for (let i = 0; i < 9; i++) yield Buffer.from(`<si><t>选项${i}</t></si>`);
  for (let i = 0; i < rows * 8; i++) yield Buffer.from(`<si><t>王秀兰${i}</t></si>`);
}

function* inside(xml: string, mark: string, pieces: Iterable<Buffer>) {
  const [before, after] = xml.split(mark) as [string, string];
  yield Buffer.from(before);
  yield* pieces;
  yield Buffer.from(after);
}

function sharedWorkbook() {
  return zipParts(
    workbookEntries({ sheets: [{ name: '老人', data: '@@' }], strings: ['@@'] }).map(({ name, data }) => {
      const xml = String(data).replace('<si>@@</si>', '@@');
      if (name.endsWith('sheet1.xml')) return { name, data: inside(xml, '@@', sharedRows()) };
      return { name, data: name.endsWith('Strings.xml') ? inside(xml, '@@', sharedTexts()) : [Buffer.from(xml)] };
    }),
  );
}

async function countRows(): Promise<number> {
  const sheet = await openSheet(path);
  let count = 0;
  for await (const { cells } of sheet.rows) count += cells.length === 25 ? 1 : 0;
  return count;
}

async function bytesIn(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let count = 0;
  for await (const piece of pieces) count += piece.length;
  return count;
}

const acts: Record<string, () => Promise<unknown>> = {
  'write-shared': () => pipeline(sharedWorkbook(), createWriteStream(path)),
  write: () => pipeline(writeSheet(ownRows(), { name: '老人', columns }), createWriteStream(path)),
  read: countRows,
  'mark-errors': () => bytesIn(writeErrorSheet(path, new Map([[9, new Map([[1, '不对']])]]), { headerRow: 1 })),
};
const answer = await acts[what]!();
console.log(JSON.stringify({ answer, peakKb: process.resourceUsage().maxRSS }));
