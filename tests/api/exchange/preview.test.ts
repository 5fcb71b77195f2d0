import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { aSheet, type ExchangeTown, exchangeTown } from '../../support/exchange-town.ts';

let town: ExchangeTown;
beforeAll(async () => {
  town = await exchangeTown();
});
beforeEach(async () => {
  await town.db.collection('elders').deleteMany({});
});

const titles = ['姓名', '身份证号', '性别', '出生日期', '社区', '小区', '楼', '门', '室', '手机'];
type Row = Partial<Record<(typeof titles)[number], string | number>>;
const sheetOf = (rows: Row[], more: string[] = []) => {
  const all = [...titles, ...more];
  return aSheet(
    all,
    rows.map((row) => all.map((title) => (row as Record<string, string | number>)[title] ?? null)),
  );
};
const place = { 社区: '水西里', 小区: '水西里花园', 楼: '3', 门: '2' };
const number = (n: number) => anIdNumber('1944-03-08', 'female', n);

describe('what the check says of a row', () => {
  it('names every bad cell with what to do, in the column where it stands', async () => {
    const batch = await town.check(
      await sheetOf([
        {
          ...place,
          姓名: '甲老人',
          身份证号: `${number(1).slice(0, 17)}${number(1)[17] === '1' ? '2' : '1'}`,
          室: '1',
        },
        { ...place, 姓名: '乙老人', 身份证号: number(2), 社区: '水西里社区', 小区: '水西里花圆', 室: '1' },
        { ...place, 姓名: '丙老人', 身份证号: number(3), 室: '1', 手机: '1380000123' },
        { ...place, 姓名: '丁老人', 室: '1' },
        { ...place, 姓名: '戊老人', 身份证号: number(5), 出生日期: '1944-03-09', 室: '1' },
        { 姓名: '己老人', 身份证号: number(6), 社区: '没有这里' },
      ]),
    );
    expect(batch.counts).toMatchObject({ refused: 6, new: 0 });
    const marks = (await town.rows(batch.id)).map((row) => row.marks.map(({ column, words }) => `${column} ${words}`));
    expect(marks).toEqual([
      ['B 身份证号校验不通过，有一位填错了，请对照证件逐位核对。'],
      ['F 没有叫“水西里花圆”的小区，是不是“水西里花园”？请改成系统里的名称。'],
      ['J 手机号应为 11 位，这里是 10 位，请核对。'],
      ['C 新建档案要填性别。'],
      ['D 与证件号里的出生日期不一致，请核对'],
      ['E 没有叫“没有这里”的社区，请改成系统里的名称。'],
    ]);
  });

  it('reads full-width digits, small x, blanks, serial and lunar dates, and the one-cell address', async () => {
    const id = Array.from({ length: 500 }, (_, n) => number(n)).find((one) => one.endsWith('X'))!;
    const wide = [...id.toLowerCase()].map((sign) =>
      /\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
    );
    const batch = await town.check(
      await sheetOf(
        [
          { 姓名: '王 秀 兰', 身份证号: ` ${wide.join('')} `, 家庭住址: '友谊路街水西里花园三号楼2单元501室' },
          { ...place, 姓名: '李桂英', 性别: '女', 出生日期: '农历1944年二月初八', 室: '502', 手机: '138 0000 1234' },
          { ...place, 姓名: '张玉兰', 性别: '女', 出生日期: 16139, 室: '503' },
        ],
        ['家庭住址'],
      ),
    );
    expect(batch.counts).toMatchObject({ new: 3, refused: 0 });
    await town.apply(batch.id);
    const read = async (q: string) => {
      const [found] = (await town.office.api.registry.listElders({ q })).items;
      return (await town.office.api.registry.readElder({ elderId: found!.id })).facts;
    };
    expect(await read('王秀兰')).toMatchObject({ name: '王秀兰', birthDate: '1944-03-08', sex: 'female' });
    expect((await town.office.api.registry.listElders({ q: '3-2-501' })).items).toHaveLength(1);
    expect(await read('李桂英')).toMatchObject({ birthDate: '1944-03-02', birthSaid: '农历1944年二月初八' });
    expect(await read('张玉兰')).toMatchObject({ birthDate: '1944-03-08' });
  });

  it('refuses results by the old standard of abilities, and levels without standard or day', async () => {
    const row = { ...place, 身份证号: number(1), 室: '1' };
    const batch = await town.check(
      await sheetOf(
        [
          { ...row, 姓名: '甲', 能力等级: '中度失能', 评估标准: 'MZ/T 039-2013', 评估日期: '2020-01-05' } as Row,
          { ...row, 姓名: '乙', 身份证号: number(2), 能力等级: '中度失能' } as Row,
          { ...row, 姓名: '丙', 身份证号: number(3), 能力等级: '2级', 评估标准: 'GB/T 42195-2022' } as Row,
          {
            ...row,
            姓名: '丁',
            身份证号: number(4),
            能力等级: '2级',
            评估标准: 'GB/T 42195-2022',
            评估日期: '2026-01-05',
          } as Row,
        ],
        ['能力等级', '评估标准', '评估日期'],
      ),
    );
    const said = (await town.rows(batch.id)).map(({ verdict, marks }) => [verdict, marks[0]?.words.slice(0, 13)]);
    expect(said).toEqual([
      ['refused', '这是旧标准 MZ/T 03'],
      ['refused', '要同时填评估标准：GB/T'],
      ['refused', '有能力等级就要填评估日期。'],
      ['new', undefined],
    ]);
  });

  it('lets blank cells stand for nothing, and clears only where the sheet says so', async () => {
    const elderId = await town.elder({
      name: '王秀兰',
      idNumber: number(1),
      phone: '13800001234',
      careNotes: '听力不好',
    });
    const sheet = await sheetOf(
      [{ 姓名: '王秀兰', 身份证号: number(1), 手机: '', 照护提示: '清空' } as Row],
      ['照护提示'],
    );
    const batch = await town.check(sheet);
    const [row] = await town.rows(batch.id);
    expect(row).toMatchObject({
      verdict: 'changed',
      elderId,
      changes: [{ field: 'careNotes', before: '听力不好', after: '' }],
    });
    await town.apply(batch.id);
    const file = await town.office.api.registry.readElder({ elderId });
    expect(file.facts).toMatchObject({ careNotes: '', phoneMasked: '138****1234' });
  });

  it('lists the files of the communities concerned that the sheet does not name', async () => {
    const stays = await town.elder({ name: '赵桂兰', idNumber: number(8) });
    await town.elder({ name: '孙玉珍', idNumber: number(9) }, town.second);
    const batch = await town.check(await sheetOf([{ ...place, 姓名: '王秀兰', 身份证号: number(1), 室: '1' }]));
    const missing = await town.rows(batch.id, { verdict: 'missing' });
    expect(missing).toMatchObject([{ row: null, elderId: stays, name: '赵桂兰' }]);
  });
});

describe('possible duplicates', () => {
  const twin = { ...place, 姓名: '王秀兰', 性别: '女', 出生日期: '1944-03-08', 室: '501', 手机: '13800007777' };

  it('asks who it is, and does as it is told', async () => {
    const elderId = await town.elder({ name: '王秀兰', idNumber: null });
    const ask = async () => {
      const batch = await town.check(await sheetOf([twin]));
      expect(batch).toMatchObject({ counts: { twin: 1, new: 0 }, undecided: 1 });
      const [row] = await town.rows(batch.id);
      expect(row).toMatchObject({ verdict: 'twin', twin: { elderId, name: '王秀兰' }, decision: null });
      return batch.id;
    };
    const undecided = await ask();
    await town.apply(undecided);
    expect(await town.db.collection('elders').countDocuments()).toBe(1);

    const same = await ask();
    const { items, undecided: left } = await town.clerk.exchange.decideRows({
      batchId: same,
      rows: [2],
      decision: 'same',
    });
    expect(left).toBe(0);
    expect(items[0]).toMatchObject({ decision: 'same', elderId, changes: [{ field: 'phone', after: '138****7777' }] });
    expect(await town.apply(same)).toMatchObject({ states: { written: 1 } });
    expect(await town.db.collection('elders').countDocuments()).toBe(1);
    await town.undo(same);

    const other = await ask();
    await town.clerk.exchange.decideRows({ batchId: other, rows: [2], decision: 'new' });
    await town.apply(other);
    expect(await town.db.collection('elders').countDocuments()).toBe(2);
  });
});

describe('mapping', () => {
  const odd = (phone: string) =>
    aSheet(['老人', '号码', '社区', '小区', '性别'], [['王秀兰', phone, '水西里', '水西里花园', '女']]);

  it('is proposed, corrected by the clerk, and remembered for the same header of the same source', async () => {
    const first = await town.begin(await odd('13800001234'), { source: '卫生中心' });
    expect(first.header.columns.map(({ title, key }) => [title, key])).toContainEqual(['社区', 'community']);
    expect(first.header.remembered).toBe(false);
    const columns = ['name', 'phone', 'community', 'estate', 'sex'] as const;
    const mapped = await town.clerk.exchange.setMapping({ batchId: first.id, columns: [...columns] });
    expect(mapped.header.columns.map(({ key }) => key)).toEqual(columns);
    const again = await town.begin(await odd('13800004321'), { source: '卫生中心' });
    expect(again.header).toMatchObject({ remembered: true });
    expect(again.header.columns.map(({ key }) => key)).toEqual(columns);
  });

  it('wants each column once, and a name', async () => {
    const { id: batchId } = await town.begin(await odd('13800001234'), { source: '别处' });
    const twice = town.clerk.exchange.setMapping({ batchId, columns: ['name', 'name', null, null, null] });
    await expect(twice).rejects.toMatchObject({ code: 'bad_input', fields: [{ field: 'columns.1' }] });
    await town.clerk.exchange.setMapping({ batchId, columns: [null, 'phone', null, null, null], remember: false });
    await expect(town.clerk.exchange.checkBatch({ batchId })).rejects.toMatchObject({ code: 'name_column_missing' });
  });
});
