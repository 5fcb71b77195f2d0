import type { LifeMove, LifeStatus } from '@wubian/shared/registry/life.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown, type Someone } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
let head: Someone;
let third: Someone;
beforeAll(async () => {
  town = await registryTown();
  head = await town.someone('communityHead', { name: '高敏', communityIds: [town.first.id] });
  third = await town.someone('gridWorker', { name: '田野', communityIds: [town.first.id] });
});

const today = () => dayOf(town.clock());
async function move(elderId: string, act: LifeMove, seen: LifeStatus, until: string | null = null, by = town.worker) {
  const id = aRandomId();
  await by.api.registry.moveLife({ elderId, id, seen, move: act, on: today(), until, why: '家属来电' });
  return id;
}
const ask = (elderId: string, moveId: string, by: Someone) =>
  by.api.registry.askUndo({ elderId, moveId, why: '认错了人' });
const answer = (elderId: string, moveId: string, by: Someone, says: 'confirm' | 'refuse' = 'confirm', words = '') =>
  by.api.registry.answerUndo({ elderId, moveId, answer: says, words });
const lifeOf = (elderId: string, by: Someone = town.worker) => by.api.registry.listLife({ elderId });
const stored = async (elderId: string) => (await town.db.collection('elders').findOne({ _id: elderId as never }))!;
const needsAnother = { code: 'second_person_needed', message: '需要另一位工作人员确认。' };

it('takes two: who asked never confirms, who made the move neither', async () => {
  const elderId = await town.elder({ name: '赵桂英' });
  const moveId = await move(elderId, 'die', 'present');
  expect(await ask(elderId, moveId, head)).toMatchObject({ status: 'dead' });
  await expect(answer(elderId, moveId, head)).rejects.toMatchObject(needsAnother);
  await expect(answer(elderId, moveId, town.worker)).rejects.toMatchObject(needsAnother);
  const [mine] = (await third.api.registry.pendingUndos()).items.filter((one) => one.elderId === elderId);
  expect(mine).toMatchObject({
    elderName: '赵桂英',
    moveId,
    label: '去世',
    backLabel: '在册',
    byName: '高敏',
    why: '认错了人',
    can: { confirm: true, refuse: true },
  });
  const hers = (await head.api.registry.pendingUndos()).items.find((one) => one.elderId === elderId);
  expect(hers?.can).toEqual({ confirm: false, refuse: true });
  const { version } = await town.worker.api.registry.readElder({ elderId });
  const back = await answer(elderId, moveId, third);
  expect(back).toMatchObject({ status: 'present', statusSince: null, statusUntil: null, version: version + 1 });
  expect(await answer(elderId, moveId, third)).toEqual(back);
  expect((await stored(elderId)).keys).toContain('status:present');
  const { items, undo, undoable } = await lifeOf(elderId);
  expect(items.map(({ label, byName, undone }) => [label, byName, undone])).toEqual([
    ['撤销', '田野', false],
    ['申请撤销', '高敏', false],
    ['去世', '刘芳', true],
  ]);
  expect([undo, undoable]).toEqual([null, null]);
  expect((await third.api.registry.pendingUndos()).items.map((one) => one.elderId)).not.toContain(elderId);
});

it('where nobody else is there, who made the move may confirm what another asked', async () => {
  const lonely = { in: town.otherStreet, communityIds: [town.far.id] };
  const one = await town.someone('gridWorker', { name: '甲', ...lonely });
  const elderId = await town.elder({}, town.far);
  const moveId = await move(elderId, 'moveOut', 'present', null, one);
  await ask(elderId, moveId, town.farOffice);
  await expect(answer(elderId, moveId, town.farOffice)).rejects.toMatchObject(needsAnother);
  expect(await answer(elderId, moveId, one)).toMatchObject({ status: 'present' });
});

it('puts back what held before, with its expected return', async () => {
  const elderId = await town.elder();
  const until = addDays(today(), 9);
  await move(elderId, 'toHospital', 'present', until);
  const moveId = await move(elderId, 'die', 'inHospital');
  await ask(elderId, moveId, town.worker);
  const back = await answer(elderId, moveId, head);
  expect(back).toMatchObject({ status: 'inHospital', statusSince: today(), statusUntil: until });
  const now = town.clock();
  town.clock.set(`${until}T09:00:00+08:00`);
  expect(await town.registry.bringBack()).toBe(1);
  town.clock.set(now);
});

describe('is refused', () => {
  it('of anything but the last move', async () => {
    const elderId = await town.elder();
    const first = await move(elderId, 'toHospital', 'present');
    await move(elderId, 'comeBack', 'inHospital');
    const movedOn = { code: 'life_moved_on' };
    await expect(ask(elderId, first, head)).rejects.toMatchObject(movedOn);
    await expect(ask(elderId, aRandomId(), head)).rejects.toMatchObject(movedOn);
    await expect(answer(elderId, first, head)).rejects.toMatchObject(movedOn);
  });

  it('when the file has moved on since it was asked', async () => {
    const elderId = await town.elder();
    const first = await move(elderId, 'toHospital', 'present');
    await ask(elderId, first, head);
    await move(elderId, 'comeBack', 'inHospital');
    await expect(answer(elderId, first, third)).rejects.toMatchObject({ code: 'life_moved_on' });
    expect((await lifeOf(elderId)).undo).toBeNull();
  });

  it('by a second person, with words; it may be asked again', async () => {
    const elderId = await town.elder({ name: '钱淑珍' });
    const moveId = await move(elderId, 'die', 'present');
    await ask(elderId, moveId, head);
    await expect(answer(elderId, moveId, third, 'refuse')).rejects.toMatchObject({ fields: [{ field: 'words' }] });
    expect(await answer(elderId, moveId, third, 'refuse', '核对过，是本人')).toMatchObject({ status: 'dead' });
    expect((await lifeOf(elderId)).undoable).toBe(moveId);
    await ask(elderId, moveId, head);
    expect(await answer(elderId, moveId, third)).toMatchObject({ status: 'present' });
    const told = (await town.toldTo(head)).filter(({ body }) => body.includes('钱淑珍')).map(({ title }) => title);
    expect(new Set(told)).toEqual(new Set(['已撤销', '没有撤销', '档案状态有变动']));
  });

  it('outside the area, and who only reads sees no act', async () => {
    const elderId = await town.elder();
    const moveId = await move(elderId, 'die', 'present');
    for (const who of [town.otherWorker, town.farOffice]) {
      await expect(ask(elderId, moveId, who)).rejects.toMatchObject({ code: 'elder_not_found' });
      expect((await who.api.registry.pendingUndos()).items.map((one) => one.elderId)).not.toContain(elderId);
    }
  });
});

it('two who answer at once leave one answer', async () => {
  const elderId = await town.elder();
  const moveId = await move(elderId, 'die', 'present');
  await ask(elderId, moveId, town.worker);
  const both = await Promise.allSettled([
    answer(elderId, moveId, head),
    answer(elderId, moveId, third, 'refuse', '没有错'),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const acts = (await lifeOf(elderId)).items.map(({ act }) => act);
  expect(acts.filter((act) => act === 'undo' || act === 'refuseUndo')).toHaveLength(1);
});

describe('her own way in', () => {
  const residents = (elderId: string) => town.accounts.residentsOf(town.street.id, elderId);

  it('ends with her death and comes back with its undo', async () => {
    const elderId = await town.elder({ name: '李秀英' });
    const herself = await town.someone('resident', { name: '李秀英', communityIds: [town.first.id], elderId });
    expect((await herself.api.registry.myElders()).items[0]).toMatchObject({ status: 'present' });
    const moveId = await move(elderId, 'die', 'present');
    await expect(herself.api.registry.myElders()).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await residents(elderId)).toEqual([]);
    await ask(elderId, moveId, town.worker);
    await answer(elderId, moveId, head);
    expect(await residents(elderId)).toMatchObject([{ accountId: herself.accountId, state: 'active' }]);
    const role = (await herself.api.accounts.me()).assignments.find((one) => one.role === 'resident')!;
    await herself.api.accounts.switchRole({ assignmentId: role.id });
    expect((await herself.api.registry.myElders()).items[0]).toMatchObject({ name: '李秀英', status: 'present' });
    expect((await stored(elderId)).lifeRoles).toBeUndefined();
  });

  it('is open while she is only away', async () => {
    const elderId = await town.elder();
    const herself = await town.someone('resident', { name: '李秀英', elderId });
    await move(elderId, 'toHospital', 'present', addDays(today(), 4));
    expect((await herself.api.registry.myElders()).items[0]).toMatchObject({
      status: 'inHospital',
      statusUntil: addDays(today(), 4),
      scopes: ['see', 'ask', 'confirm'],
    });
  });

  it('follows later, when the effects broke off between', async () => {
    const elderId = await town.elder();
    const herself = await town.someone('resident', { name: '李秀英', elderId });
    town.fault.notices = true;
    const moveId = await move(elderId, 'die', 'present');
    town.fault.notices = false;
    expect(await stored(elderId)).toMatchObject({ lifeDue: true, lifeFollowed: 0 });
    expect(await town.registry.followLives()).toBeGreaterThan(0);
    expect(await town.registry.followLives()).toBe(0);
    expect(await stored(elderId)).toMatchObject({ lifeFollowed: 1 });
    await ask(elderId, moveId, town.worker);
    await answer(elderId, moveId, head);
    expect(await residents(elderId)).toMatchObject([{ accountId: herself.accountId }]);
  });
});

it('family reads on after a death, and may ask for nothing', async () => {
  const elderId = await town.elder({ name: '周桂兰', phone: '13800009911' });
  const daughter = await town.stranger('周敏');
  const asked = { elderName: '周桂兰', elderPhone: '13800009911', scopes: ['see', 'ask', 'confirm'] as never };
  const { id: grantId } = await town.ask(daughter, asked);
  await town.worker.api.registry.answerGrant({ grantId, answer: 'confirm', how: 'visit' });
  const role = (await daughter.api.accounts.me()).assignments.find((one) => one.role === 'family')!;
  await daughter.api.accounts.switchRole({ assignmentId: role.id });
  const before = (await town.toldTo(daughter)).length;
  const moveId = await move(elderId, 'die', 'present');
  expect((await daughter.api.registry.myElders()).items).toMatchObject([
    { name: '周桂兰', status: 'dead', scopes: ['see'] },
  ]);
  expect(await town.toldTo(daughter)).toHaveLength(before);
  await ask(elderId, moveId, town.worker);
  await answer(elderId, moveId, head);
  expect((await daughter.api.registry.myElders()).items).toMatchObject([{ scopes: ['see', 'ask', 'confirm'] }]);
  expect(await town.toldTo(daughter)).toHaveLength(before);
});
