import { textCell } from '@wubian/shared/exchange/cell.ts';
import { findHeader } from '@wubian/shared/exchange/header.ts';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { writeErrorSheet } from '../../server/exchange/files/index.ts';
import { aSheet, bytesOf } from '../factories/sheets.ts';
import { aFile } from '../support/temporary-file.ts';

const sheet = aSheet([
  ['老人信息表'],
  ['姓名', '联系 电话', '年龄'],
  ['王秀兰', '1380000123', '80'],
  ['李桂英', '13800001234', '八十'],
  ['张=1', '13900001234', '81'],
]);
const marks = new Map([
  [3, new Map([[1, '手机号应为 11 位']])],
  [
    4,
    new Map([
      [3, '必填'],
      [2, '请填整数'],
    ]),
  ],
]);

it('gives the rows back with a column that says what is wrong, and the cells marked red', async () => {
  const bytes = await bytesOf(writeErrorSheet(aFile(sheet), marks, { headerRow: 2 }));
  const { rows, cells } = (await readXlsx(bytes, { readStyles: true })).sheets[0]!;
  expect(rows).toEqual([
    [null, '老人信息表', null, null, null],
    ['问题', '姓名', '联系 电话', '年龄', null],
    ['联系电话：手机号应为 11 位', '王秀兰', '1380000123', '80', null],
    ['年龄：请填整数\n必填', '李桂英', '13800001234', '八十', ' '],
    [null, '张=1', '13900001234', '81', null],
  ]);
  const red = [...cells!].filter(
    ([, { style }]) => style?.fill?.type === 'pattern' && style.fill.fgColor?.rgb?.endsWith('FFC7CE'),
  );
  expect(red.map(([place]) => place).sort()).toEqual(['2,2', '3,3', '3,4']);
});

it('can leave out what is right, and is read again past its new column', async () => {
  const bytes = await bytesOf(writeErrorSheet(aFile(sheet), marks, { headerRow: 2, onlyMarked: true }));
  const { rows } = (await readXlsx(bytes)).sheets[0]!;
  expect(rows.map((row) => row[1])).toEqual(['老人信息表', '姓名', '王秀兰', '李桂英']);
  const near = rows.map((row, i) => ({ row: i + 1, cells: row.map((cell) => textCell(String(cell ?? ''))) }));
  const columns = [
    { key: 'name', label: '姓名' },
    { key: 'phone', label: '联系电话' },
  ];
  expect(findHeader(near, columns)).toMatchObject({
    headerRow: 2,
    mapping: new Map([
      [1, 'name'],
      [2, 'phone'],
    ]),
  });
});

it('refuses what cannot be read', async () => {
  await expect(bytesOf(writeErrorSheet(aFile('%PDF-1.7'), marks, { headerRow: 1 }))).rejects.toMatchObject({
    code: 'file_refused',
  });
});
