import { beforeAll, beforeEach, expect, it } from 'vitest';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { aSheet, type ExchangeTown, exchangeTown } from '../../support/exchange-town.ts';

let town: ExchangeTown;
beforeAll(async () => {
  town = await exchangeTown();
});
beforeEach(async () => {
  for (const name of ['elders', 'grants']) await town.db.collection(name).deleteMany({});
});

const number = (n: number) => anIdNumber('1944-03-08', 'female', n);
const titles = ['姓名', '身份证号', '社区', '小区', '室', '手机'];
const sheetOf = (...rows: [name: string, n: number, phone: string, community?: string][]) =>
  aSheet(
    titles,
    rows.map(([name, n, phone, community = '水西里']) => [name, number(n), community, `${community}花园`, '9', phone]),
  );

it('keeps what was edited since, and what something points at, and names both', async () => {
  const edited = await town.elder({ name: '王秀兰', idNumber: number(1) });
  const quiet = await town.elder({ name: '李桂英', idNumber: number(2) });
  const batch = await town.check(
    await sheetOf(['王秀兰', 1, '13800001111'], ['李桂英', 2, '13800002222'], ['张玉兰', 3, ''], ['赵淑珍', 4, '']),
  );
  await town.apply(batch.id);
  const rows = await town.rows(batch.id);
  const fresh = rows.find(({ name }) => name === '张玉兰')!.elderId!;
  const { version } = await town.office.api.registry.readElder({ elderId: edited });
  await town.office.api.registry.changeElder({ elderId: edited, version, changes: { diet: '软食' }, why: '电话核对' });
  const daughter = await town.someone('family', { name: '周敏' });
  await town.db.collection('grants').insertOne({
    _id: 'g1' as never,
    ...{
      streetId: town.street.id,
      elderId: fresh,
      communityId: town.first.id,
      state: 'asked',
      askerId: daughter.accountId,
    },
  });

  expect(await town.undo(batch.id)).toMatchObject({ states: { undone: 2, kept: 2 } });
  const kept = await town.rows(batch.id, { state: 'kept' });
  expect(kept.map(({ name, words }) => [name, words.slice(0, 6)])).toEqual([
    ['王秀兰', '导入之后又有'],
    ['张玉兰', '导入之后又有'],
  ]);
  expect((await town.office.api.registry.readElder({ elderId: edited })).facts).toMatchObject({
    phoneMasked: '138****1111',
    diet: '软食',
  });
  expect((await town.office.api.registry.readElder({ elderId: quiet })).version).toBe(1);
});

it('never lets a screen opened in between pass the check of versions by chance', async () => {
  const elderId = await town.elder({ name: '王秀兰', idNumber: number(1) });
  const batch = await town.check(await sheetOf(['王秀兰', 1, '13800001111']));
  await town.apply(batch.id);
  const { version } = await town.office.api.registry.readElder({ elderId });
  await town.undo(batch.id);
  const { registry } = town.office.api;
  await registry.changeElder({ elderId, version: 1, changes: { diet: '软食' }, why: '核对' });
  const stale = registry.changeElder({ elderId, version, changes: { diet: '清淡' }, why: '核对' });
  await expect(stale).rejects.toMatchObject({ code: 'elder_changed' });
});

it('writes nothing over a file that was edited since the check', async () => {
  const elderId = await town.elder({ name: '王秀兰', idNumber: number(1) });
  const batch = await town.check(await sheetOf(['王秀兰', 1, '13800001111'], ['李桂英', 2, '']));
  await town.office.api.registry.changeElder({
    elderId,
    version: 1,
    changes: { phone: '13800005555' },
    why: '本人来电',
  });
  expect(await town.apply(batch.id)).toMatchObject({ states: { written: 1, conflict: 1 } });
  const [row] = await town.rows(batch.id, { state: 'conflict' });
  expect(row).toMatchObject({ name: '王秀兰', words: '检查之后有人改过这份档案，没有写入。请再检查、导入一次。' });
  expect((await town.office.api.registry.readElder({ elderId })).facts.phoneMasked).toBe('138****5555');
});

it('takes the grants along into another community, and back', async () => {
  const elderId = await town.elder({ name: '王秀兰', idNumber: number(1) });
  await town.db.collection('grants').insertOne({
    _id: 'g2' as never,
    ...{ streetId: town.street.id, elderId, communityId: town.first.id, state: 'active' },
  });
  const place = async () => (await town.db.collection('grants').findOne({ _id: 'g2' as never }))!.communityId;
  const batch = await town.check(await sheetOf(['王秀兰', 1, '', '银杏里']));
  await town.apply(batch.id);
  expect(await place()).toBe(town.second.id);
  await town.undo(batch.id);
  expect(await place()).toBe(town.first.id);
});

it('can be done again after it was undone, and repeats nothing when asked twice', async () => {
  const sheet = await sheetOf(['王秀兰', 1, ''], ['李桂英', 2, '']);
  const first = await town.check(sheet);
  await town.apply(first.id);
  await town.apply(first.id);
  expect(await town.db.collection('elders').countDocuments()).toBe(2);
  await town.undo(first.id);
  expect(await town.db.collection('elders').countDocuments()).toBe(0);
  const again = await town.check(sheet);
  await town.apply(again.id);
  expect(await town.db.collection('elders').countDocuments()).toBe(2);
  await expect(town.clerk.exchange.undoBatch({ batchId: first.id, reason: '再撤' })).rejects.toMatchObject({
    code: 'batch_moved_on',
  });
});
