import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { csvSafe } from './csv-safe.ts';
import type { FileBytes, OutCell, OutColumn, OutRows } from './types.ts';

const written = (cell: OutCell): string => {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? csvSafe(cell) : cell === null ? '' : String(cell);
};

async function* records(rows: OutRows, columns: readonly OutColumn[]): AsyncGenerator<string[]> {
  yield columns.map(({ title }) => csvSafe(title));
  for await (const row of rows) yield row.map(written);
}

/**
 * A CSV file in UTF-8 with a byte order mark, by which Excel knows the encoding. What a program would run as a formula
 * has an apostrophe before it; `openSheet` takes that away again.
 */
export function writeCsv(rows: OutRows, columns: readonly OutColumn[]): FileBytes {
  const csv = stringify({ bom: true, record_delimiter: 'windows' });
  pipeline(Readable.from(records(rows, columns)), csv, () => {});
  return csv;
}
