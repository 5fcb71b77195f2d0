import { beforeAll, describe, expect, it } from 'vitest';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { aSheet, type ExchangeTown, exchangeTown } from '../../support/exchange-town.ts';

let town: ExchangeTown;
beforeAll(async () => {
  town = await exchangeTown();
});

const titles = ['姓名', '身份证号', '社区', '小区', '楼', '门', '室', '手机', '居住状况'];
const row = (name: string, n: number, more: Partial<Record<number, string>> = {}) => {
  const cells = [
    name,
    anIdNumber('1944-03-08', 'female', n),
    '水西里',
    '水西里花园',
    '3',
    '2',
    String(500 + n),
    '',
    '独居',
  ];
  for (const [at, value] of Object.entries(more)) cells[Number(at)] = value!;
  return cells;
};

describe('from file to registry and back', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['GB18030', () => Buffer.from('d0d5c3fb2ccad6bbfa0acdf5c0f62c31333930303030313131310a', 'hex')],
  ])('takes a CSV file in %s', async (_, encode) => {
    const batch = await town.check(encode('姓名,手机\n王丽,13900001111\n'));
    expect(batch).toMatchObject({ state: 'ready', counts: { refused: 1 } });
    const [first] = await town.rows(batch.id);
    expect(first).toMatchObject({ row: 2, verdict: 'refused' });
    expect(JSON.stringify(first)).toContain('王丽');
  });

  it('checks, writes, and undoes to the last byte', async () => {
    const kept = await town.elder({
      name: '李桂英',
      idNumber: anIdNumber('1944-03-08', 'female', 400),
      phone: '13800009999',
    });
    const before = await town.print('elders');
    const sheet = await aSheet(titles, [
      row('王淑珍', 1),
      row('李桂英', 400, { 7: '13800008888' }),
      row('张玉兰', 2, { 7: '1380000' }),
      row('王淑珍', 1),
    ]);
    const batch = await town.check(sheet);
    expect(batch).toMatchObject({
      state: 'ready',
      counts: { new: 1, changed: 1, same: 0, twin: 0, refused: 2, missing: 0 },
      can: { apply: true },
    });
    expect(await town.print('elders')).toBe(before);

    const rows = await town.rows(batch.id);
    expect(rows.map(({ row: n, verdict }) => [n, verdict])).toEqual([
      [2, 'new'],
      [3, 'changed'],
      [4, 'refused'],
      [5, 'refused'],
    ]);
    expect(rows[1]!.changes).toContainEqual({
      field: 'phone',
      label: '手机',
      before: '138****9999',
      after: '138****8888',
    });
    expect(rows[2]!.marks).toMatchObject([
      { column: 'H', title: '手机', words: '手机号应为 11 位，这里是 7 位，请核对。' },
    ]);
    expect(rows[3]!.marks).toMatchObject([{ column: 'B', words: '证件号和第 2 行相同，请只留一行。' }]);
    expect(JSON.stringify(rows)).not.toContain('19440308');

    expect(await town.apply(batch.id)).toMatchObject({ state: 'applied', states: { written: 2, conflict: 0 } });
    const found = await town.office.api.registry.listElders({ q: '王淑珍' });
    expect(found.items).toMatchObject([{ name: '王淑珍', communityName: '水西里' }]);
    expect((await town.office.api.registry.elderHistory({ elderId: kept })).items[0]).toMatchObject({
      source: 'import',
      byName: '何静',
      fields: expect.arrayContaining([expect.objectContaining({ field: 'phone' })]),
    });

    expect(await town.undo(batch.id)).toMatchObject({ state: 'undone', states: { undone: 2, kept: 0 } });
    expect(await town.print('elders')).toBe(before);
  });
});
