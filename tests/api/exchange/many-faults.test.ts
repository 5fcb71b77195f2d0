import { beforeAll, expect, it } from 'vitest';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { aSheet, type ExchangeTown, exchangeTown } from '../../support/exchange-town.ts';

let town: ExchangeTown;
beforeAll(async () => {
  town = await exchangeTown();
});

const titles = ['姓名', '身份证号', '出生日期', '社区', '小区', '楼', '室', '手机', '居住状况', '联系人电话'];
const birthDates = ['1944-03-08', '1945-01-31', '1950-12-01', '1938-07-15'];
const good = (n: number) => [
  `老人${'甲乙丙丁戊己'[n % 6]}`,
  anIdNumber(birthDates[Math.floor(n / 1_000)]!, n % 1_000 < 500 ? 'female' : 'male', n % 500),
  '',
  '水西里',
  '水西里花园',
  '3',
  String(n),
  '１３８ ００００-１２３４',
  '独居',
  '',
];

/** What a clerk's sheet may hold, and where it is to be told: column, and what to read there. */
const faults: readonly [column: number, value: string, told: RegExp][] = [
  [0, '', /要填姓名/],
  [0, '王秀兰2', /姓名里有数字/],
  [1, '12010319440308', /应为 18 位，这里是 14 位/],
  [1, '1.20103194403080E+17', /后几位已经丢失/],
  [1, '990000194413081234', /出生日期 194\*\*\*\*08 不对/],
  [2, '44-3-8', /请写四位年份/],
  [2, '1944-02-30', /没有 1944-02-30 这一天/],
  [2, '农历1944年闰三月初八', /没有闰三月/],
  [3, '水西里二社区', /没有叫“水西里二社区”的社区，是不是“水西里”/],
  [4, '银杏里花园', /“银杏里花园”不在“水西里”/],
  [7, '1380000', /应为 11 位，这里是 7 位/],
  [7, '13800001234/13800005678', /不止一个号码/],
  [7, '138****1234', /打了星号/],
  [8, '跟儿子', /认不出来，请填：独自居住/],
  [9, '13800005678', /请填联系人姓名/],
];

it('takes 3,000 rows with 200 assorted faults in: each refused row says why, the rest is written, undone, written again', async () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => good(n));
  const spoilt = new Map<number, (typeof faults)[number]>();
  for (let i = 0; i < 200; i++) {
    const at = 7 + i * 14;
    const fault = faults[i % faults.length]!;
    rows[at]![fault[0]] = fault[1];
    spoilt.set(at + 2, fault);
  }
  const sheet = await aSheet(titles, rows);
  const batch = await town.check(sheet);
  expect(batch.counts).toEqual({ new: 2_800, changed: 0, same: 0, twin: 0, refused: 200, missing: 0 });

  const told: { row: number; marks: { column: string; words: string }[] }[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await town.clerk.exchange.listRows({
      ...{ batchId: batch.id, verdict: 'refused', limit: 50 },
      ...(cursor && { cursor }),
    });
    told.push(...page.items.map(({ row, marks }) => ({ row: row!, marks })));
    if (!page.next) break;
    cursor = page.next;
  }
  expect(told.map(({ row }) => row)).toEqual([...spoilt.keys()]);
  for (const { row, marks } of told) {
    const [column, , words] = spoilt.get(row)!;
    const mark = marks.find((one) => one.column === String.fromCharCode(65 + column));
    expect(mark?.words, `row ${row}: ${JSON.stringify(marks)}`).toMatch(words);
  }

  const before = await town.print('elders');
  await town.apply(batch.id);
  expect(await town.db.collection('elders').countDocuments()).toBe(2_800);
  await town.undo(batch.id);
  expect(await town.print('elders')).toBe(before);
  const again = await town.check(sheet);
  expect(again.counts).toEqual(batch.counts);
  expect(await town.apply(again.id)).toMatchObject({ states: { written: 2_800 } });
}, 180_000);
