import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openSheet } from '../../server/exchange/files/open-sheet.ts';
import type { Cell, OpenOptions, SheetRow } from '../../server/exchange/files/types.ts';
import { aSheet, aWorkbook, type RawWorkbook, rawZip, textRows, workbookEntries } from '../factories/sheets.ts';
import { aFile } from '../support/temporary-file.ts';

async function read(bytes: Buffer | string, options?: OpenOptions) {
  const { rows, ...sheet } = await openSheet(aFile(bytes), options);
  const all: SheetRow[] = [];
  for await (const row of rows) all.push(row);
  return { ...sheet, rows: all };
}
const texts = (rows: SheetRow[]) => rows.map(({ cells }) => cells.map(({ text }) => text));
const refusal = (bytes: Buffer | string, options?: OpenOptions) =>
  read(bytes, options).then(
    () => null,
    (error) => ({ code: error.code, fault: error.data?.fault, words: error.message }),
  );
const oneSheet = (data: string, more: Partial<RawWorkbook> = {}) =>
  aWorkbook({ sheets: [{ name: '老人', data }], ...more });

describe('reading a workbook', () => {
  it('gives rows by their numbers and cells by their columns, without the empty ones', async () => {
    const { rows, sheetName, kind } = await read(
      oneSheet(
        '<row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2"><v>3</v></c><c r="F2" s="1"/></row><row r="3"/>' +
          '<row r="7"><c t="s"><v>0</v></c></row>',
        {
          strings: ['<t>王秀兰</t>', '<r><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh><t>zhang</t></rPh>'],
          formats: [0],
        },
      ),
    );
    expect({ sheetName, kind }).toEqual({ sheetName: '老人', kind: 'xlsx' });
    expect(rows.map(({ row }) => row)).toEqual([2, 7]);
    expect(texts(rows)).toEqual([['', '张 三', '', '3'], ['王秀兰']]);
  });

  it('says of every cell what it holds', async () => {
    const { rows } = await read(
      oneSheet(
        '<row r="1"><c s="1"><v>16136</v></c><c s="2"><v>45356.75</v></c><c s="3"><v>45356</v></c><c><v>0.30000000000000004</v></c>' +
          '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f t="shared" si="0"/><v>甲</v></c>' +
          '<c t="d"><v>2024-03-05T00:00:00</v></c><c><v>1.1010519491231002E+17</v></c><c t="str"><v>_x0041_</v></c></row>',
        { formats: [14, 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm', '[Red]#,##0.00&quot;days&quot;'] },
      ),
    );
    expect(rows[0]!.cells).toEqual<Cell[]>([
      { kind: 'date', value: '1944-03-05', text: '1944-03-05' },
      { kind: 'date', value: '2024-03-05T18:00:00', text: '2024-03-05 18:00:00' },
      { kind: 'number', value: 45356, text: '45356' },
      { kind: 'number', value: 0.30000000000000004, text: '0.3' },
      { kind: 'boolean', value: true, text: 'TRUE' },
      { kind: 'error', value: '#N/A', text: '#N/A' },
      { kind: 'formula', value: null, text: '2' },
      { kind: 'formula', value: null, text: '甲' },
      { kind: 'date', value: '2024-03-05', text: '2024-03-05' },
      { kind: 'number', value: 110105194912310020, text: '110105194912310000' },
      { kind: 'text', value: 'A', text: 'A' },
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const { rows, dateSystem } = await read(
      oneSheet('<row r="1"><c s="1"><v>14674</v></c></row>', { formats: [14], date1904: true }),
    );
    expect(dateSystem).toBe(1904);
    expect(rows[0]!.cells[0]!.value).toBe('1944-03-05');
  });

  it('takes the first visible sheet that holds something, or the one that is named', async () => {
    const workbook = aWorkbook({
      sheets: [
        { name: '隐藏', data: textRows([['不看']]), state: 'hidden' },
        { name: '空', data: '<row r="1"><c s="0"/></row>' },
        { name: '名单&amp;一', data: textRows([['王秀兰']]) },
        { name: '二', data: textRows([['李桂英']]) },
      ],
    });
    expect(await read(workbook)).toMatchObject({ sheetName: '名单&一', sheetNames: ['空', '名单&一', '二'] });
    expect(texts((await read(workbook, { sheet: '二' })).rows)).toEqual([['李桂英']]);
    expect(await refusal(workbook, { sheet: '三' })).toMatchObject({
      fault: 'noSuchSheet',
      words: expect.stringContaining('三'),
    });
    expect(await refusal(workbook, { sheet: '空' })).toMatchObject({ fault: 'empty' });
  });

  it.each<[string, Buffer, Partial<OpenOptions['limits'] & object>, string]>([
    ['rows', oneSheet('<row r="9"><c t="str"><v>x</v></c></row>'), { rows: 8 }, 'tooManyRows'],
    ['columns', oneSheet('<row r="1"><c r="D1" t="str"><v>x</v></c></row>'), { columns: 3 }, 'tooManyColumns'],
    ['text', aSheet([['x'.repeat(21)]]), { cellLength: 20 }, 'longCell'],
    [
      'shared text',
      oneSheet('<row><c t="s"><v>0</v></c></row>', { strings: [`<t>${'x'.repeat(21)}</t>`] }),
      { cellLength: 20 },
      'longCell',
    ],
    ['formulas', oneSheet(`<row>${'<c><f>1</f><v>1</v></c>'.repeat(3)}</row>`), { formulas: 2 }, 'tooManyFormulas'],
    ['bytes', aSheet([['x']]), { fileBytes: 100 }, 'tooBig'],
  ])('refuses too many %s', async (_, bytes, limits, fault) => {
    expect(await refusal(bytes, { limits })).toMatchObject({ code: 'file_refused', fault });
  });

  it('does not mind formats far below and beside the data', async () => {
    const { rows } = await read(
      oneSheet('<row r="1"><c t="str"><v>x</v></c></row><row r="900000"><c r="ZZ900000" s="1"/></row>'),
    );
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['rows out of order', '<row r="3"/><row r="2"/>', 'damaged'],
    ['a tag that is not closed', '<row r="1"><c>', 'damaged'],
    ['an entity that nobody declared', '<row r="1"><c t="str"><v>&xxe;</v></c></row>', 'damaged'],
    ['a column that does not exist', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>', 'damaged'],
    ['bytes that are no UTF-8', Buffer.from('<row r="1"><c t="str"><v>\u00ff</v></c></row>', 'latin1'), 'damaged'],
    ['a declaration deep inside', '<row r="1"/><!DOCTYPE x>', 'doctype'],
  ])('refuses %s', async (_, data, fault) => {
    const entries = workbookEntries({ sheets: [{ name: 'a', data: '' }] });
    const [before, after] = String(entries.at(-1)!.data).split('<sheetData>') as [string, string];
    const pieces = [`${before}${' '.repeat(5_000)}<sheetData>`, data, after].map((piece) => Buffer.from(piece));
    const bent = [...entries.slice(0, -1), { name: entries.at(-1)!.name, data: Buffer.concat(pieces) }];
    expect(await refusal(rawZip(bent))).toMatchObject({ code: 'file_refused', fault });
  });
});

describe('telling files apart by what they hold', () => {
  it.each([
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'oldXls', '.xls'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(70_000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
      '密码',
    ],
    ['a web page named .xls', '<html><table><tr><td>姓名</td></tr></table></html>', 'webPage', '网页'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'notASheet', '不是表格'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'notASheet', '不是表格'],
    ['UTF-16', Buffer.from('\uFEFF姓名\t电话', 'utf16le'), 'utf16', '编码'],
    ['nothing', '', 'empty', '没有内容'],
    ['an empty table', ',,\r\n,,\r\n', 'empty', '没有内容'],
    ['a text in no known encoding', Buffer.from([0x41, 0xff, 0xff, 0x0a]), 'encoding', '认不出'],
  ])('refuses %s', async (_, bytes, fault, words) => {
    const found = await refusal(bytes);
    expect(found).toMatchObject({ code: 'file_refused', fault });
    expect(found!.words).toContain(words);
  });

  it.each([
    ['UTF-8', Buffer.from('姓名,电话\n𠮷野,1\n'), 'utf-8', '𠮷野'],
    ['UTF-8 with a mark', Buffer.from('\uFEFF姓名,电话\n王,1\n'), 'utf-8', '王'],
    // 姓名,电话 / 王秀兰,1 / and 㐆 as the four bytes 8139ef35 of GB18030.
    ['GB18030', Buffer.from('d0d5c3fb2cb5e7bbb00acdf5d0e3c0bc8139ef352c310a', 'hex'), 'gb18030', '王秀兰㐆'],
  ])('reads CSV in %s', async (_, bytes, encoding, name) => {
    const sheet = await read(bytes);
    expect(sheet).toMatchObject({ kind: 'csv', encoding, sheetNames: [''] });
    expect(texts(sheet.rows)).toEqual([
      ['姓名', '电话'],
      [name, '1'],
    ]);
  });

  it('reads CSV with quotes, other delimiters, blank lines and texts kept by ="…"', async () => {
    const { rows } = await read('姓名;备注;编号\r\n"王;秀兰";"他说""好""\n第二行";="0012"\r\n;;\r\n李;=1+1;\'=2\r\n');
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 4]);
    expect(texts(rows).slice(1)).toEqual([
      ['王;秀兰', '他说"好"\n第二行', '0012'],
      ['李', '=1+1', '=2'],
    ]);
    expect(rows[2]!.cells.map(({ kind }) => kind)).toEqual(['text', 'formula', 'text']);
  });

  it('refuses a quote without its end in a long file', async () => {
    const long = `姓名,备注\n"王,${'x,y\n'.repeat(200)}`;
    expect(await refusal(long, { limits: { columns: 5, cellLength: 50 } })).toMatchObject({ fault: 'quotes' });
  });
});

describe('the thread that reads', () => {
  const long = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `王${i},13800001234\n`).join(''));
  async function* pieces(bytes: Buffer) {
    for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
  }
  const spooled = () => readdirSync(tmpdir()).filter((name) => name.startsWith('wubian-sheet-'));

  it('reads bytes as they come and leaves no file behind', async () => {
    const before = spooled();
    const sheet = await openSheet(pieces(long));
    expect(spooled()).toEqual(before);
    let count = 0;
    for await (const _ of sheet.rows) count += 1;
    expect(count).toBe(20_000);
    await expect(openSheet(pieces(long), { limits: { fileBytes: 5_000 } })).rejects.toMatchObject({
      data: { fault: 'tooBig' },
    });
    expect(spooled()).toEqual(before);
  });

  it('stops when the reader leaves, and when it is told to', async () => {
    const left = await openSheet(aFile(long));
    for await (const row of left.rows) if (row.row === 10) break;
    await left.close();
    const stop = new AbortController();
    const sheet = await openSheet(aFile(long), { signal: stop.signal });
    const walk = async () => {
      for await (const row of sheet.rows) if (row.row === 300) stop.abort(new Error('stopped by the clerk'));
    };
    await expect(walk()).rejects.toThrow('stopped by the clerk');
    await expect(openSheet(aFile(long), { signal: stop.signal })).rejects.toThrow('stopped by the clerk');
  });

  it('refuses in words what is more than its memory holds', async () => {
    // One row of so many cells that their numbers alone burst a small heap.
    const cells = Array.from({ length: 400_000 }, (_, i) => `<c><v>${i * 7_919}</v></c>`);
    const limits = { memoryMb: 16, columns: 10_000_000 };
    expect(await refusal(oneSheet(`<row>${cells.join('')}</row>`), { limits })).toMatchObject({ fault: 'tooHeavy' });
  }, 30_000);
});
