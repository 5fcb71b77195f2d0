import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { checkXlsx, fillTemplate } from '../../server/exchange/files/index.ts';
import { aSheet, aWorkbook, bytesOf } from '../factories/sheets.ts';
import { aFile } from '../support/temporary-file.ts';

const border = { top: { style: 'thin' as const } };
/** An office's form as spreadsheet programs write it: a merged title, a header, ruled lines, a foot. */
const form = async () =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '登记表',
          columns: [{ width: 6 }, { width: 12 }, { width: 24 }, { width: 10 }],
          rows: [
            ['某街道老年人登记表', null, null, null],
            ['序号', '姓名', '身份证号', '年龄'],
            [1, '示例', null, null],
            [null, null, null, null],
            ['填表人：', null, '合计', null],
          ],
          cells: new Map([
            ['0,0', { style: { font: { bold: true, size: 18 } } }],
            ['2,1', { style: { border, numFmt: '0.00' } }],
            ['3,1', { style: { border } }],
            ['4,3', { value: 2, formula: 'SUM(D3:D4)', formulaResult: 2 }],
          ]),
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
            { startRow: 4, startCol: 0, endRow: 4, endCol: 1 },
          ],
        },
        { name: '说明', rows: [['不要改动本页']] },
      ],
    }),
  );
const rows = [
  ['王秀兰', '11010519491231002X', 80],
  ['=1+1', '440524188001010014', null],
  ['李桂英', null, 81],
];
const plan = { dataFrom: 3, columns: [1, 2, 3] };
const filled = async (template: Buffer, more = {}) =>
  bytesOf(fillTemplate(aFile(template), { ...plan, ...more }, rows));

describe("filling an office's own form", () => {
  it('keeps title, header, widths and other sheets, and moves the foot down', async () => {
    const bytes = await filled(await form());
    await expect(checkXlsx(aFile(bytes))).resolves.toBeUndefined();
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets[0]!.rows).toEqual([
      ['某街道老年人登记表', null, null, null],
      ['序号', '姓名', '身份证号', '年龄'],
      [null, '王秀兰', '11010519491231002X', 80],
      [null, '=1+1', '440524188001010014', null],
      [null, '李桂英', null, 81],
      ['填表人：', null, '合计', null],
    ]);
    expect(sheets[0]!.merges).toEqual([
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 5, startCol: 0, endRow: 5, endCol: 1 },
    ]);
    expect(sheets[0]!.columns?.map(({ width }) => width)).toEqual([6, 12, 24, 10]);
    expect(sheets[0]!.cells?.get('0,0')?.style?.font).toMatchObject({ bold: true, size: 18 });
    expect(sheets[1]!.rows).toEqual([['不要改动本页']]);
    expect([...sheets[0]!.cells!.values()].some(({ formula }) => formula !== undefined)).toBe(false);
  });

  it('shows every row like the first line of the form, its texts as texts', async () => {
    const { sheets } = await readXlsx(await filled(await form()), { readStyles: true });
    for (const row of [2, 3, 4]) {
      expect(sheets[0]!.cells!.get(`${row},1`)!.style).toMatchObject({
        border: { top: { style: 'thin' } },
        numFmt: '@',
      });
    }
  });

  it('fills a form without lines below its header, and one sheet by its name', async () => {
    const bare = aWorkbook({
      sheets: [
        { name: '一', data: '<row r="1"><c r="A1" t="str"><v>x</v></c></row>' },
        { name: '二', data: '<row r="1"><c r="A1" t="str"><v>姓名</v></c></row>', tail: '<pageMargins left="1"/>' },
      ],
      formats: [0],
    });
    const { sheets } = await readXlsx(await filled(bare, { sheet: '二', dataFrom: 2, columns: [0] }));
    expect(sheets.map((sheet) => sheet.rows)).toEqual([[['x']], [['姓名'], ['王秀兰'], ['=1+1'], ['李桂英']]]);
  });

  it.each([
    ['a form without that header', aSheet([['姓名']]), { dataFrom: 9 }, 'noHeader', '第 8 行'],
    ['a sheet that is not there', aSheet([['姓名']]), { sheet: '三', dataFrom: 2 }, 'noSuchSheet', '三'],
    ['a file that is no workbook', Buffer.from('姓名'), {}, 'notASheet', '不是表格'],
  ])('refuses %s', async (_, template, more, fault, words) => {
    await expect(filled(template, more)).rejects.toMatchObject({
      data: { fault },
      message: expect.stringContaining(words),
    });
  });
});
