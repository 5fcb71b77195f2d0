import * as fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openByteFile } from '../../server/exchange/files/byte-file.ts';
import { checkXlsx, openSheet, writeCsv, writeSheet, writeTemplate } from '../../server/exchange/files/index.ts';
import type { FileBytes, OutCell, OutColumn, OutRow } from '../../server/exchange/files/types.ts';
import { unpackText } from '../../server/exchange/files/unpack-entry.ts';
import { readZipDirectory } from '../../server/exchange/files/zip-directory.ts';
import { bytesOf } from '../factories/sheets.ts';
import { aFile } from '../support/temporary-file.ts';

const columns: OutColumn[] = [
  { title: '姓名' },
  { title: '身份证号', width: 22 },
  { title: '居住', choices: ['独居', '与老伴同住'] },
  { title: '人数', kind: 'number' },
];
const sheetOf = (rows: OutRow[]) => writeSheet(rows, { name: '老人', columns });

async function back(file: FileBytes) {
  const { rows } = await openSheet(aFile(await bytesOf(file)));
  const all: OutCell[][] = [];
  for await (const { row, cells } of rows) all[row - 1] = cells.map(({ value }) => value);
  return all.slice(1);
}
/** What a reader can know: an empty text is an empty cell, and nothing stands behind the last one. */
function readable(rows: readonly OutRow[]): OutCell[][] {
  const all = rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  for (const row of all) row.length = row.findLastIndex((cell) => cell !== null) + 1;
  while (all.at(-1)?.length === 0) all.pop();
  return all;
}

const dangerous = [
  '=1+1',
  '+86 138',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  ' =1',
  "'=1",
  "''-",
  '="001"',
];
const aText = fc.oneof(
  fc.constantFrom(...dangerous, '001', '11010519491231002X', '_x0041_', 'a\nb', '<&>"', '\u0000\u0008', '𠮷', ' 王 '),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('an .xlsx that we write', () => {
  it('reads back the same, whatever the texts', async () => {
    const aCell = fc.oneof(aText, fc.constant(null), fc.integer(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(aCell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (rows) => {
        const read = await back(sheetOf(rows));
        expect(Array.from({ length: read.length }, (_, i) => read[i] ?? [])).toEqual(readable(rows));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('is read by another library as well, with its header, widths, lists and frozen row', async () => {
    const rows = dangerous.map((text, i) => [text, '11010519491231002X', '独居', i]);
    const bytes = await bytesOf(sheetOf(rows));
    await expect(checkXlsx(aFile(bytes))).resolves.toBeUndefined();
    const workbook = await readXlsx(bytes, { readStyles: true });
    const sheet = workbook.sheets[0]!;
    expect(sheet.name).toBe('老人');
    expect(sheet.rows[0]).toEqual(columns.map(({ title }) => title));
    expect(sheet.rows.slice(1).map((row) => row[0])).toEqual(dangerous);
    expect([...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(sheet.cells?.get('1,1')?.style?.numFmt).toBe('@');
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(sheet.dataValidations).toMatchObject([{ type: 'list', range: 'C2:C200001' }]);
    expect(sheet.columns?.[1]?.width).toBe(22);
  });

  it('marks what could become a formula, so that editing the cell cannot make it one', async () => {
    const file = await openByteFile(aFile(await bytesOf(sheetOf([['=1+1', 'x']]))));
    const entries = await readZipDirectory(file, 100);
    const text = (name: string) => unpackText(file, entries.find((entry) => entry.name === name)!);
    const [, style] = /<c r="A2" s="(\d+)" t="inlineStr">/.exec(await text('xl/worksheets/sheet1.xml'))!;
    const xfs = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(await text('xl/styles.xml'))![1]!.match(/<xf [^>]*>/g)!;
    expect(xfs[Number(style)]).toContain('quotePrefix="1"');
    await file.close();
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    function* endless() {
      for (let i = 0; ; i++) {
        if (i === 5_000) stop.abort(new Error('stopped'));
        yield [`${i}`];
      }
    }
    await expect(bytesOf(writeSheet(endless(), { name: 'a', columns, signal: stop.signal }))).rejects.toThrow(
      'stopped',
    );
  });

  it('ends with the error of the rows', async () => {
    function* broken(): Generator<OutRow> {
      yield ['a'];
      throw new Error('the database went away');
    }
    await expect(bytesOf(writeSheet(broken(), { name: 'a', columns }))).rejects.toThrow('the database went away');
    await expect(bytesOf(writeCsv(broken(), columns))).rejects.toThrow('the database went away');
  });
});

describe('a CSV that we write', () => {
  it('has a mark of its encoding and an apostrophe before whatever could run', async () => {
    const text = (
      await bytesOf(
        writeCsv(
          dangerous.map((each) => [each]),
          [{ title: '备注' }],
        ),
      )
    ).toString();
    expect(text.startsWith('\uFEFF备注\r\n')).toBe(true);
    for (const each of dangerous) expect(text).toContain(`'${each.replaceAll('"', '""')}`);
  });

  it('reads back the same, whatever the texts', async () => {
    // A CSV file cannot hold control characters: such a file is taken for no text.
    const plain = aText.map((text) => text.replace(/[^\P{Cc}\t\n\r]/gu, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), plain, plain), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          expect(await back(writeCsv(rows, columns))).toEqual(readable(rows));
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});

it('writes a template with an example and a page that explains each column', async () => {
  const template = writeTemplate('老人', [
    { title: '姓名', required: true, example: '王秀兰', help: '身份证上的姓名' },
    { title: '居住', required: false, example: '独居', help: '现在和谁住', choices: ['独居', '与老伴同住'] },
  ]);
  const { sheets } = await readXlsx(await bytesOf(template));
  expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
    [
      '老人',
      [
        ['姓名', '居住'],
        ['示例：王秀兰', '独居'],
      ],
    ],
    [
      '填写说明',
      [
        ['列名', '是否必填', '怎么填', '可以填的内容'],
        ['姓名', '必填', '身份证上的姓名', null],
        ['居住', '选填', '现在和谁住', '独居、与老伴同住'],
      ],
    ],
  ]);
  expect(sheets[0]!.dataValidations).toMatchObject([{ range: 'B2:B200001' }]);
});
