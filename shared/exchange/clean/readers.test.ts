import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, emptyCell, numberCell, textCell } from '../cell.ts';
import { readChoice, readYesNo } from './choice.ts';
import { readDate } from './date.ts';
import { readDoor } from './door.ts';
import { readIdNumberCell } from './id-number.ts';
import { readInteger } from './integer.ts';
import { readPhone } from './phone.ts';
import type { Read } from './read.ts';
import { serialDate } from './serial-date.ts';
import { readName, readText } from './text.ts';

const ok = <T>(value: T): Read<T> => ({ ok: value });
const bad = (words: string) => ({ bad: expect.stringContaining(words) });
const formula: Cell = { kind: 'formula', value: null, text: '1' };
const error: Cell = { kind: 'error', value: '#N/A', text: '#N/A' };

const readers = {
  readName,
  readText: readText(10),
  readInteger: readInteger(0, 4),
  readPhone,
  readDate,
  readYesNo,
  readDoor,
  readIdNumber: readIdNumberCell('2026-05-06'),
  readChoice: readChoice([{ value: 'alone', label: '独居' }]),
};

describe.each(Object.entries(readers))('%s', (_, read) => {
  it('takes an empty cell for null, blanks too, and refuses formulas and errors in words', () => {
    expect(read(emptyCell)).toEqual(ok(null));
    expect(read(textCell(' \u3000\u200B'))).toEqual(ok(null));
    expect(read(formula)).toEqual(bad('粘贴”为数值'));
    expect(read(error)).toEqual(bad('#N/A'));
  });

  it('answers something for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = read(textCell(text));
        expect('ok' in found || found.bad.length > 0).toBe(true);
      }),
    );
  }, 30_000);
});

describe('texts and names', () => {
  it.each([
    [' 王　秀 兰 ', '王秀兰'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽 · 买买提', '阿依古丽·买买提'],
    ['John  Smith', 'John Smith'],
    ['𠮷野', '𠮷野'],
    ['王\u200B秀兰\uFEFF', '王秀兰'],
  ])('name %j', (typed, name) => {
    expect(readName(textCell(typed))).toEqual(ok(name));
  });

  it('refuses what is no name', () => {
    expect(readName(textCell('𠮷'.repeat(30)))).toEqual(ok('𠮷'.repeat(30)));
    expect(readName(textCell('王'.repeat(31)))).toEqual(bad('30'));
    expect(readName(textCell('13800001234'))).toEqual(bad('填错了列'));
    expect(readText(3)(textCell('一二三四'))).toEqual(bad('4 个字'));
    expect(readText(9)(textCell('一 \n 二'))).toEqual(ok('一 二'));
  });
});

it.each([
  ['３', 3],
  ['3 级', 3],
  ['3.0', 3],
  ['', null],
  ['5', '0 到 4'],
  ['三', '请填整数'],
  ['1.5', '请填整数'],
])('integer %j', (typed, expected) => {
  const found = readInteger(0, 4, '级')(textCell(typed));
  expect(found).toEqual(typeof expected === 'string' ? bad(expected) : ok(expected));
});

describe('phones', () => {
  it.each(['022-23456789', '02223456789', '(022)2345 6789', '（０２２）２３４５　６７８９', '+86 22 2345 6789'])(
    '%s',
    (typed) => {
      expect(readPhone(textCell(typed))).toEqual(ok('02223456789'));
    },
  );

  it.each([
    '13800001234',
    '138 0000 1234',
    '138-0000-1234',
    '+8613800001234',
    '0086 138 0000 1234',
    '１３８００００１２３４',
  ])('%s', (typed) => {
    expect(readPhone(textCell(typed))).toEqual(ok('13800001234'));
    expect(readPhone(numberCell(13800001234))).toEqual(ok('13800001234'));
  });

  it.each([
    ['1380000123', '10 位'],
    ['13800001234 13900001234', '不止一个'],
    ['13800001234/022-23456789', '不止一个'],
    ['13800001234、13900001234', '不止一个'],
    ['2223456789', '02223456789'],
    ['无', '不对'],
  ])('refuses %s', (typed, words) => {
    expect(readPhone(textCell(typed))).toEqual(bad(words));
  });
});

describe('dates', () => {
  it.each([
    '1944-03-05',
    '1944/3/5',
    '1944.3.5',
    '19440305',
    '1944年3月5日',
    '１９４４－０３－０５',
    '1944-03-05 00:00:00',
    '1944-03-05T08:00:00.000Z',
    '1944 年 3 月 5 号',
  ])('%s', (typed) => {
    expect(readDate(textCell(typed))).toEqual(ok('1944-03-05'));
  });

  it('takes serial numbers of both systems, date cells and eight digits stored as a number', () => {
    expect(readDate(numberCell(16136))).toEqual(ok('1944-03-05'));
    expect(readDate(numberCell(14674), 1904)).toEqual(ok('1944-03-05'));
    expect(readDate(numberCell(19440305))).toEqual(ok('1944-03-05'));
    expect(readDate({ kind: 'date', value: '1944-03-05T18:00:00', text: '1944-03-05 18:00:00' })).toEqual(
      ok('1944-03-05'),
    );
  });

  it.each([
    ['44-3-5', '四位年份'],
    ['44年3月5日', '四位年份'],
    ['1944-02-30', '没有'],
    ['3/5/1944', '哪个是月'],
    ['1944年3月', '不完整'],
    ['1944', '不完整'],
    ['不详', '不是日期'],
    ['1744-01-01', '年份'],
  ])('refuses %s', (typed, words) => {
    expect(readDate(textCell(typed))).toEqual(bad(words));
  });

  it('counts serial numbers as spreadsheet programs do', () => {
    expect([1, 59, 60, 61, 45356, 45356.75].map((serial) => serialDate(serial))).toEqual([
      ...['1900-01-01', '1900-02-28', null, '1900-03-01', '2024-03-05', '2024-03-05T18:00:00'],
    ]);
    expect([0, 43894].map((serial) => serialDate(serial, 1904))).toEqual(['1904-01-01', '2024-03-05']);
    expect([Number.NaN, -1, 0, 1e9].map((serial) => serialDate(serial))).toEqual([null, null, null, null]);
  });

  it('reads any day back in each way of writing it', () => {
    const aDay = fc.date({
      min: new Date('1901-01-02T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(aDay, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
        const serial = Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
        const ways = [
          iso,
          `${year}/${month}/${day}`,
          `${year}.${month}.${day}`,
          iso.replaceAll('-', ''),
          `${year}年${month}月${day}日`,
        ];
        for (const way of ways) expect(readDate(textCell(way))).toEqual(ok(iso));
        expect(readDate(numberCell(serial))).toEqual(ok(iso));
        expect(readDate(numberCell(serial - 1_462), 1904)).toEqual(serial - 1_462 >= 367 ? ok(iso) : expect.anything());
      }),
    );
  });
});

describe('choices', () => {
  const living = readChoice([
    { value: 'alone', label: '独自居住', synonyms: ['独居', '一个人住'] },
    { value: 'withSpouse', label: '与老伴同住', synonyms: ['老两口（空巢）'] },
  ]);

  it.each([
    ['独 居', 'alone'],
    ['老两口(空巢)', 'withSpouse'],
    ['与老伴同住', 'withSpouse'],
  ])('%s', (typed, value) => {
    expect(living(textCell(typed))).toEqual(ok(value));
  });

  it('names all that it would take', () => {
    expect(living(textCell('不清楚'))).toEqual(bad('独自居住、与老伴同住'));
  });

  it.each([
    [['是', '有', '√', '✓', 'Y', '１'], true],
    [['否', '无', '没有', '×', 'N', '0'], false],
  ])('%j is %j', (said, value) => {
    for (const each of said) expect(readYesNo(textCell(each))).toEqual(ok(value));
    expect(readYesNo({ kind: 'boolean', value, text: value ? 'TRUE' : 'FALSE' })).toEqual(ok(value));
    expect(readYesNo(textCell('大概'))).toEqual(bad('是、否'));
  });
});

it('reads a door in one cell', () => {
  expect(readDoor(textCell('3号楼2门501'))).toMatchObject({
    ok: { estate: '', building: '3', unit: '2', room: '501' },
  });
  expect(readDoor(textCell('水景园3-2-501'))).toMatchObject({ ok: { estate: '水景园', building: '3', room: '501' } });
  expect(readDoor({ kind: 'date', value: '2003-02-05', text: '2003-02-05' })).toEqual(bad('当成了日期'));
  expect(readDoor(textCell('在河边'))).toEqual(bad('认不出'));
});

it('tells when a number has lost its end', () => {
  const read = readIdNumberCell('2026-05-06');
  expect(read(numberCell(110105194912310020))).toEqual(bad('后几位已经丢失'));
  expect(read(textCell('1.10105E+17'))).toEqual(bad('后几位已经丢失'));
  expect(read(textCell('11010519491231002x'))).toMatchObject({ ok: { number: '11010519491231002X', sex: 'female' } });
  expect(read(textCell('110105194912310021'))).toEqual(bad('校验'));
});
