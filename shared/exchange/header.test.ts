import { describe, expect, it } from 'vitest';
import { textCell } from './cell.ts';
import { applyMapping, findHeader, headerPrint, isExampleRow, keepMapping, type TargetColumn } from './header.ts';

const columns: TargetColumn[] = [
  { key: 'name', label: '姓名', synonyms: ['老人姓名'] },
  { key: 'idNumber', label: '身份证号', synonyms: ['身份证号码', '公民身份号码'] },
  { key: 'phone', label: '联系电话', synonyms: ['电话', '手机号'] },
  { key: 'contactName', label: '紧急联系人姓名' },
  { key: 'contactPhone', label: '紧急联系人电话' },
  { key: 'note', label: '备注' },
];

const rowsOf = (...rows: string[][]) => rows.map((texts, i) => ({ row: i + 1, cells: texts.map(textCell) }));
const found = (...rows: string[][]) => {
  const header = findHeader(rowsOf(...rows), columns);
  return header && { from: header.dataFrom, keys: Object.fromEntries(header.mapping), unknown: header.unknown };
};

describe('finding the header', () => {
  it('in the first row', () => {
    expect(found(['姓名', '身份证号', '电话'], ['王秀兰', '11010519491231002X', '13800001234'])).toEqual({
      from: 2,
      keys: { 0: 'name', 1: 'idNumber', 2: 'phone' },
      unknown: [],
    });
  });

  it('under a title and a note, with blanks, line breaks, stars, brackets and full-width forms', () => {
    expect(
      found(
        ['某街道老年人信息表'],
        ['填表日期：2026年5月'],
        [],
        ['序号', '姓 名*', '身份证\n号码', '联系电话（手机）'],
        ['1', '王秀兰'],
      ),
    ).toEqual({ from: 5, keys: { 1: 'name', 2: 'idNumber', 3: 'phone' }, unknown: [0] });
  });

  it('of two merged rows, where a group stands over its columns', () => {
    expect(
      found(
        ['老年人信息表'],
        ['姓名', '身份证号', '电话', '紧急联系人', '', '备注'],
        ['', '', '', '姓名', '电话', ''],
        ['王秀兰', '11010519491231002X', '13800001234', '王小明', '13900001234', ''],
      ),
    ).toEqual({
      from: 4,
      keys: { 0: 'name', 1: 'idNumber', 2: 'phone', 3: 'contactName', 4: 'contactPhone', 5: 'note' },
      unknown: [],
    });
  });

  it('is sure of a column only when it is called exactly so and no other is', () => {
    const header = findHeader(rowsOf(['老人姓名', '联系电话', '手机号', '身份证（必填）', '备注说明']), columns)!;
    expect(Object.fromEntries(header.mapping)).toEqual({ 0: 'name', 1: 'phone', 3: 'idNumber', 4: 'note' });
    expect(Object.fromEntries(header.sure)).toEqual({ 0: true, 1: false, 3: false, 4: false });
    expect(header.unknown).toEqual([2]);
  });

  it('nowhere, when no row names two columns, or it lies below the tenth row', () => {
    expect(found(['王秀兰', '13800001234'], ['李桂英', '13900001234'])).toBeNull();
    expect(found(['姓名'])).toBeNull();
    const late = [{ row: 11, cells: ['姓名', '电话'].map(textCell) }];
    expect(findHeader(late, columns)).toBeNull();
  });
});

describe('remembering a header', () => {
  it('has one print for one header, however it is spaced, with or without the column of faults', () => {
    const print = headerPrint(['姓名', '电话']);
    expect(headerPrint([' 姓\n名 ', '电 话*', ''])).toBe(print);
    expect(headerPrint(['问题', '姓名', '电话'])).toBe(print);
    expect(headerPrint(['电话', '姓名'])).not.toBe(print);
  });

  it('puts a saved mapping on the error sheet of the same file, one column further', () => {
    const first = findHeader(rowsOf(['姓名', '电话', '其他']), columns)!;
    const kept = keepMapping({ ...first, mapping: new Map([...first.mapping, [2, 'note']]) });
    expect(kept).toEqual(['name', 'phone', 'note']);
    const again = findHeader(rowsOf(['问题', '姓名', '电话', '其他']), columns)!;
    const applied = applyMapping(again, kept);
    expect(Object.fromEntries(applied.mapping)).toEqual({ 1: 'name', 2: 'phone', 3: 'note' });
    expect(applied.unknown).toEqual([]);
  });
});

it('knows the example row of the template', () => {
  expect(isExampleRow({ cells: ['示例：王秀兰', '女'].map(textCell) })).toBe(true);
  expect(isExampleRow({ cells: ['王秀兰'].map(textCell) })).toBe(false);
});
