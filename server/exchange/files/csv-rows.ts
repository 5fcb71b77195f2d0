import { pipeline, Readable } from 'node:stream';
import { type Cell, textCell } from '@wubian/shared/exchange/cell.ts';
import { CsvError, parse } from 'csv-parse';
import type { ByteFile } from './byte-file.ts';
import { csvUnsafe } from './csv-safe.ts';
import { fileRefusal } from './faults.ts';
import type { SheetLimits, SheetRow } from './types.ts';
import type { FoundSheet } from './xlsx-rows.ts';

async function* decoded(file: ByteFile, encoding: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of file.stream(0, file.size)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The mark between the values: the one that stands most often outside quotes in the first record. */
export function delimiterOf(head: string): string {
  const record = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(head)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const counted = [',', '\t', ';', '，', '|'].map((mark) => [record.split(mark).length, mark] as const);
  return counted.reduce((most, each) => (each[0] > most[0] ? each : most))[1];
}

/** '="0012"' is how exports keep programs from taking a text for a number. */
function cellOf(written: string): Cell {
  const kept = /^="([^"]*)"$/.exec(written);
  if (kept) return textCell(kept[1]!);
  if (/^[=＝]./u.test(written)) return { kind: 'formula', value: null, text: written };
  return textCell(csvUnsafe(written));
}

function rowOf(row: number, record: readonly string[], limits: SheetLimits): SheetRow | null {
  const cells = record.map(cellOf);
  cells.length = cells.findLastIndex(({ kind }) => kind !== 'empty') + 1;
  if (cells.length === 0) return null;
  if (row > limits.rows) throw fileRefusal('tooManyRows', limits.rows);
  if (cells.length > limits.columns) throw fileRefusal('tooManyColumns', limits.columns);
  if (cells.some(({ text }) => text.length > limits.cellLength)) {
    throw fileRefusal('longCell', row, limits.cellLength);
  }
  return { row, cells };
}

async function* rowsOf(file: ByteFile, encoding: string, delimiter: string, limits: SheetLimits) {
  const records = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    // An opening quote without its end would swallow the rest of the file.
    max_record_size: limits.columns * limits.cellLength,
  });
  pipeline(Readable.from(decoded(file, encoding)), records, () => {});
  let row = 0;
  let formulas = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      const read = rowOf(++row, record, limits);
      if (!read) continue;
      formulas += read.cells.filter(({ kind }) => kind === 'formula').length;
      if (formulas > limits.formulas) throw fileRefusal('tooManyFormulas', limits.formulas);
      yield read;
    }
  } catch (error) {
    if (error instanceof CsvError) throw fileRefusal('quotes');
    throw error;
  }
}

/** The rows of a CSV file; every cell is a text, the number of a row is that of its record. */
export async function openCsvRows(
  file: ByteFile,
  encoding: 'utf-8' | 'gb18030',
  limits: SheetLimits,
): Promise<FoundSheet> {
  const head = new TextDecoder(encoding).decode(await file.read(0, 65_536));
  const rows = rowsOf(file, encoding, delimiterOf(head), limits);
  const first = await rows.next();
  if (first.done) throw fileRefusal('empty');
  async function* all(): AsyncGenerator<SheetRow, void, undefined> {
    yield first.value!;
    yield* rows;
  }
  return { kind: 'csv', encoding, sheetNames: [''], sheetName: '', dateSystem: 1900, rows: all() };
}
