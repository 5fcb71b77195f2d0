import { expect, it } from 'vitest';
import { rollCallTown } from './town.ts';

const town = await rollCallTown();
const { app, office, worker, head, at, id, elders, start, progress, rows, mine, answer, later } = town;
const list = await elders(4);
const [first, second] = list as [string, string];
const stateOf = async (rollCallId: string, elderId: string) =>
  (await rows(rollCallId)).items.find((row) => row.id === `${rollCallId}:${elderId}`)!;

it('marks a drill everywhere, and what it raises is a drill', async () => {
  const rollCallId = await start({ drill: true, reason: 'typhoon' });
  const [row] = await mine(worker);
  expect((await worker.client.response.myRollCalls()).items[0]).toMatchObject({ drill: true, reasonLabel: '台风' });
  const notices = await worker.client.notices.list({});
  expect(notices.items.find(({ title }) => title.includes('台风点名'))?.title).toMatch(/^【演练】/);
  const { incidentId } = await answer(worker, row!.id, 'needsHelp');
  expect((await worker.client.response.incident({ incidentId: incidentId! })).drill).toBe(true);
  const { text } = await office.client.response.rollCallReport({ rollCallId });
  expect(text).toMatch(/^【演练】台风点名总结/);
  await office.client.response.closeRollCall({ rollCallId, reason: '演练结束' });
  await app.drain();
});

it('reminds whoever has not answered, once for the same id, and not again within three minutes', async () => {
  const rollCallId = await start();
  const reminder = id();
  const asked = await mine(worker);
  for (const row of asked) await answer(worker, row.id, 'safe');
  const people = new Set(
    (await rows(rollCallId)).items.flatMap(({ state, asked: one }) => (state === 'waiting' ? [one!.name] : [])),
  );
  expect(await office.client.response.remindRollCall({ rollCallId, id: reminder })).toEqual({ people: people.size });
  await office.client.response.remindRollCall({ rollCallId, id: reminder });
  const again = office.client.response.remindRollCall({ rollCallId, id: id() });
  await expect(again).rejects.toMatchObject({ code: 'roll_call_just_reminded' });
  expect((await town.messages(rollCallId)).filter(({ cause }) => cause.startsWith('remind'))).toHaveLength(people.size);
  app.clock.forward(180_000);
  await office.client.response.remindRollCall({ rollCallId, id: id() });
  await office.client.response.closeRollCall({ rollCallId, reason: '雨停了' });
  await app.drain();
});

it('closes with a reason only while somebody is left, and then nothing is due any more', async () => {
  const rollCallId = await start();
  await expect(office.client.response.closeRollCall({ rollCallId })).rejects.toMatchObject({
    code: 'roll_call_reason_needed',
  });
  await office.client.response.closeRollCall({ rollCallId, reason: '降温了' });
  await expect(office.client.response.closeRollCall({ rollCallId, reason: '再来' })).rejects.toMatchObject({
    code: 'roll_call_over',
  });
  await later(70);
  expect((await rows(rollCallId)).items.every(({ history }) => history.length === 0)).toBe(true);
  expect(await progress(rollCallId)).toMatchObject({ phase: 'closed', closeReason: '降温了', can: { close: false } });
  const done = await start();
  for (const who of [worker, head]) for (const row of await mine(who)) await answer(who, row.id, 'safe');
  await office.client.response.closeRollCall({ rollCallId: done });
});

it('shows door and number to whoever is asked, and to nobody else', async () => {
  const rollCallId = await start();
  const neighbour = await app.someone('neighbour', at);
  const rowId = `${rollCallId}:${first}`;
  await expect(neighbour.client.response.showRollCallDoor({ rowId })).rejects.toMatchObject({
    code: 'roll_call_row_not_found',
  });
  await expect(answer(neighbour, rowId, 'safe')).rejects.toMatchObject({ code: 'roll_call_row_not_found' });
  expect(await worker.client.response.showRollCallDoor({ rowId })).toMatchObject({ door: '1号楼2门501' });
  await office.client.response.closeRollCall({ rollCallId, reason: '测试结束' });
});

it('stops asking after somebody who goes to hospital', async () => {
  const rollCallId = await start();
  const move = { elderId: second, move: 'toHospital' as const };
  expect((await office.client.registry.foreseeLife(move)).lines).toContain('点名里不再找她');
  await town.toHospital(second);
  expect(await stateOf(rollCallId, second)).toMatchObject({ state: 'away', deadline: null });
  await later(130);
  expect(await stateOf(rollCallId, second)).toMatchObject({ state: 'away', incidentId: null });
  expect((await progress(rollCallId)).counts).toMatchObject({ away: 1, notReached: 3 });
  await office.client.response.closeRollCall({ rollCallId, reason: '测试结束' });
  await app.drain();
});

it('says uncovered by name when nobody has room, and raises the alarm for her in time', async () => {
  await elders(3);
  const rollCallId = await start({ perPerson: 1 });
  const { items } = await rows(rollCallId, 'uncovered');
  expect(items).toHaveLength((await progress(rollCallId)).counts.all - 3);
  expect(items.length).toBeGreaterThan(0);
  const [lost] = items;
  expect(lost).toMatchObject({ asked: null, isLast: true });
  await later(30);
  expect(await stateOf(rollCallId, lost!.elderId)).toMatchObject({ state: 'notReached' });
  const report = await office.client.response.rollCallReport({ rollCallId });
  expect(report.uncovered).toContain(lost!.elderName);
  await office.client.response.closeRollCall({ rollCallId, reason: '测试结束' });
  await app.drain();
});

it('hands the open rows of somebody who leaves to another, or to the next in turn', async () => {
  const leaving = await app.someone('neighbour', at);
  const heir = await app.someone('neighbour', at);
  const rollCallId = await start();
  const hers = await mine(leaving);
  expect(hers.length).toBeGreaterThan(0);
  const fromId = await town.me(leaving);
  const charges = town.app.response.charges.find(({ kind }) => kind === 'rollCalls')!;
  const held = await app.accounts.door.rolesOf(town.streetId, [fromId]);
  const leavingAll = { streetId: town.streetId, accountId: fromId, ends: held, stays: [] };
  const found = await charges.of(leavingAll);
  expect(found.map((one) => one.id).sort()).toEqual(hers.map((row) => row.id).sort());
  const heirId = await town.me(heir);
  const roles = await app.accounts.door.rolesOf(town.streetId, [heirId]);
  const by = { accountId: await town.me(office), name: '何静', role: 'streetOffice' as const };
  const handing = { id: id(), by, at: app.clock(), why: '搬走了', dry: false };
  const to = { accountId: heirId, name: '接手人', phone: null, roles };
  expect(await charges.passOn(leavingAll, found[0]!, { ...handing, to })).toBeNull();
  expect((await mine(heir)).map((row) => row.id)).toContain(found[0]!.id);
  expect((await mine(leaving)).map((row) => row.id)).not.toContain(found[0]!.id);
  if (found[1]) {
    await charges.passOn(leavingAll, found[1], { ...handing, to: null });
    await app.drain();
    expect((await rows(rollCallId)).items.find((row) => row.id === found[1]!.id)?.asked?.tier).toBe('staff');
  }
  await office.client.response.closeRollCall({ rollCallId, reason: '测试结束' });
});

it('keeps for her own copy what was said of her, and takes her name away when she is erased', async () => {
  const rollCallId = await start();
  await answer(worker, `${rollCallId}:${first}`, 'safe');
  const copies = await Promise.all(app.response.keepers.map((one) => one.personData(town.streetId, first)));
  const mineOnly = copies.flat().find(({ title }) => title === '点名')!;
  expect(mineOnly.items.map(({ fields }) => fields[0])).toContainEqual({ label: '结果', said: '平安' });
  await office.client.response.closeRollCall({ rollCallId, reason: '测试结束' });
  await app.drain();
  for (const one of app.response.keepers) await one.erase(town.streetId, first);
  const report = await rows(rollCallId);
  expect(report.items.find((row) => row.elderId === first)).toMatchObject({ elderName: '已删除', place: '一号院' });
  expect(town.errors()).toEqual([]);
});
