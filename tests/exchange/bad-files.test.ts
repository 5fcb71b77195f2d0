import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openByteFile } from '../../server/exchange/files/byte-file.ts';
import { openCsvRows } from '../../server/exchange/files/csv-rows.ts';
import { detectFile } from '../../server/exchange/files/detect-file.ts';
import { sheetLimits } from '../../server/exchange/files/limits.ts';
import { openSheet } from '../../server/exchange/files/open-sheet.ts';
import { openXlsxRows } from '../../server/exchange/files/xlsx-rows.ts';
import { aWorkbook, rawZip, textRows, workbookEntries } from '../factories/sheets.ts';
import { aFile } from '../support/temporary-file.ts';

const workbook = {
  sheets: [
    { name: '老人', data: textRows(Array.from({ length: 40 }, (_, i) => [`王${i}`, `1380000${1_000 + i}`, '独居'])) },
    { name: '二', data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45356</v></c></row>' },
  ],
  strings: ['<t>共用</t>'],
  formats: [14],
};

const path = aFile('');
/** What the reading thread does, here in this thread, so that thousands of files can be tried. */
async function outcome(bytes: Buffer): Promise<'rows' | 'refused'> {
  writeFileSync(path, bytes);
  const file = await openByteFile(path);
  try {
    const found = await detectFile(file);
    const sheet =
      found.kind === 'csv'
        ? await openCsvRows(file, found.encoding, sheetLimits)
        : await openXlsxRows(file, undefined, sheetLimits);
    for await (const { row, cells } of sheet.rows) expect(row > 0 && cells.length > 0).toBe(true);
    return 'rows';
  } catch (error) {
    if ((error as { code?: string }).code !== 'file_refused') throw error;
    return 'refused';
  } finally {
    await file.close();
  }
}

const flipped = (bytes: Buffer, flips: readonly (readonly [number, number])[]): Buffer => {
  const copy = Buffer.from(bytes);
  for (const [at, bit] of flips) copy[at % copy.length]! ^= 1 << bit;
  return copy;
};
const someFlips = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(7)), { minLength: 1, maxLength: 12 });

it('gives rows or a refusal for a workbook with flipped bits or a missing end, never anything else', async () => {
  const good = aWorkbook(workbook);
  const seen = { rows: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(someFlips, fc.nat(3), async (flips, cut) => {
      const bent = flipped(good, flips);
      seen[await outcome(cut === 0 ? bent.subarray(0, flips[0]![0] % good.length) : bent)] += 1;
    }),
    { numRuns: 1_500 },
  );
  expect(await outcome(good)).toBe('rows');
  expect(seen.refused).toBeGreaterThan(1_000);
}, 60_000);

it('does so for parts that are bent before they are packed, so that every checksum is right', async () => {
  const entries = workbookEntries(workbook);
  const seen = { rows: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.nat(entries.length - 1), someFlips, async (which, flips) => {
      const bent = entries.map((entry, i) =>
        i === which ? { ...entry, data: flipped(Buffer.from(entry.data), flips) } : entry,
      );
      seen[await outcome(rawZip(bent))] += 1;
    }),
    { numRuns: 1_500 },
  );
  expect(seen.rows).toBeGreaterThan(100);
  expect(seen.refused).toBeGreaterThan(100);
}, 60_000);

it('does so for texts of any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
      expect(['rows', 'refused']).toContain(await outcome(Buffer.from(bytes)));
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

it('does so through the thread', async () => {
  const good = aWorkbook(workbook);
  for (let cut = 100; cut < good.length; cut += 150) {
    await expect(openSheet(aFile(good.subarray(0, cut)))).rejects.toMatchObject({ code: 'file_refused' });
  }
}, 60_000);
