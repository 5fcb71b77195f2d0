import { describe, expect, it } from 'vitest';
import { rollCallTown } from './town.ts';

const town = await rollCallTown();
const { app, office, worker, head, community, at, id, elders, start, progress, rows, mine, answer, later } = town;
const neighbour = await app.someone('neighbour', at);
const volunteer = await app.someone('volunteer', at);
const volunteerId = await town.me(volunteer);
const [first, second, third] = (await elders(3)) as [string, string, string];
await worker.client.companion.setVolunteer({ accountId: volunteerId, qualifications: [], ownElderIds: [first] });
const rowOf = (rollCallId: string, elderId: string) => `${rollCallId}:${elderId}`;
const one = async (rollCallId: string, elderId: string) =>
  (await rows(rollCallId)).items.find((row) => row.elderId === elderId)!;
const close = (rollCallId: string) => office.client.response.closeRollCall({ rollCallId, reason: '测试结束' });

describe('before it starts', () => {
  it('counts who is at home and who can be asked, and who is away', async () => {
    const [gone] = await elders(1, { name: '住院老人' });
    await town.toHospital(gone!);
    const seen = await office.client.response.previewRollCall({ communityIds: [community.id], perPerson: 10 });
    expect(seen).toMatchObject({ elders: 3, away: 1, communities: [{ id: community.id, elders: 3 }] });
    expect(seen.people.map(({ count }) => count)).toEqual([1, 1, 2]);
    expect(seen.room).toBe(40);
    const green = await office.client.response.previewRollCall({ communityIds: [community.id], risks: ['green'] });
    expect(green.elders).toBe(0);
    const alone = { communityIds: [community.id], categories: ['livingAlone' as const], risks: ['red' as const] };
    expect((await office.client.response.previewRollCall(alone)).elders).toBe(3);
  });

  it('refuses a list without anybody, places outside, and who may not', async () => {
    const choice = { communityIds: [community.id], risks: ['green' as const] };
    const order = { id: id(), reason: 'cold' as const, minutes: 30, perPerson: 10, choice };
    await expect(office.client.response.startRollCall(order)).rejects.toMatchObject({ code: 'roll_call_empty' });
    const elsewhere = { communityIds: [town.street.communities[0]!.id] };
    await expect(head.client.response.startRollCall({ ...order, choice: elsewhere })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await expect(worker.client.response.startRollCall(order)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('a roll-call', () => {
  it('starts once, asks each elder of one person, and gives each person one message', async () => {
    const order = {
      id: id(),
      reason: 'heat' as const,
      minutes: 30,
      perPerson: 20,
      choice: { communityIds: [community.id] },
    };
    await Promise.all([office.client.response.startRollCall(order), office.client.response.startRollCall(order)]);
    await app.drain();
    await office.client.response.startRollCall(order);
    await app.drain();
    const seen = await progress(order.id);
    expect(seen).toMatchObject({ phase: 'running', listed: 3, planned: 3, counts: { all: 3, waiting: 3 } });
    expect(seen.buildings.reduce((sum, { counts }) => sum + counts.all, 0)).toBe(3);
    const { items } = await rows(order.id);
    expect(items.map(({ asked }) => asked?.tier)).toEqual(['neighbours', 'neighbours', 'neighbours']);
    expect(await town.messages(order.id)).toEqual([{ cause: 'first', accountId: await town.me(neighbour) }]);
    expect(await mine(neighbour)).toHaveLength(3);
    expect(await mine(volunteer)).toHaveLength(0);
    expect((await office.client.response.rollCalls()).items.filter(({ id: one }) => one === order.id)).toHaveLength(1);
    await close(order.id);
    await app.drain();
    expect(await mine(neighbour)).toHaveLength(0);
    await expect(answer(neighbour, rowOf(order.id, first), 'safe')).rejects.toMatchObject({ code: 'roll_call_over' });
  });

  it('takes each of the four answers, once, and takes a mistaken one back', async () => {
    const rollCallId = await start();
    const act = id();
    await answer(neighbour, rowOf(rollCallId, first), 'safe', act);
    const again = await answer(neighbour, rowOf(rollCallId, first), 'safe', act);
    expect(again).toMatchObject({ state: 'safe', can: { safe: false, undo: true } });
    expect((await one(rollCallId, first)).history).toHaveLength(1);
    const undone = await neighbour.client.response.undoRollCallAnswer({ rowId: rowOf(rollCallId, first), id: id() });
    expect(undone).toMatchObject({ state: 'waiting', said: null, can: { safe: true, undo: false } });
    expect(undone.deadline).toBe(new Date(app.clock().getTime() + 30 * 60_000).toISOString());
    await answer(neighbour, rowOf(rollCallId, first), 'onTheWay');
    await answer(neighbour, rowOf(rollCallId, first), 'safe');
    const helped = await answer(neighbour, rowOf(rollCallId, second), 'needsHelp');
    expect(helped).toMatchObject({ state: 'needsHelp', can: { undo: false } });
    const incident = await worker.client.response.incident({ incidentId: helped.incidentId! });
    expect(incident).toMatchObject({ source: 'rollCall', status: 'raised', drill: false, elder: { id: second } });
    await answer(neighbour, rowOf(rollCallId, third), 'notFound');
    await app.drain();
    expect(await one(rollCallId, third)).toMatchObject({ state: 'waiting', asked: { tier: 'staff' }, isLast: true });
    expect(await mine(neighbour)).toHaveLength(3);
    expect((await progress(rollCallId)).counts).toMatchObject({ safe: 1, needsHelp: 1, waiting: 1, all: 3 });
    await answer(worker, rowOf(rollCallId, third), 'notFound');
    await app.drain();
    const lost = await one(rollCallId, third);
    expect(lost).toMatchObject({ state: 'notReached', deadline: null });
    expect(lost.incidentId).not.toBeNull();
    await answer(worker, rowOf(rollCallId, third), 'safe');
    await close(rollCallId);
    await app.drain();
  });

  it('goes up tier by tier when nobody answers, each step once, and ends in an alarm, once', async () => {
    const rollCallId = await start();
    await later(30);
    expect(await one(rollCallId, first)).toMatchObject({ asked: { tier: 'circles' }, state: 'waiting' });
    expect(await one(rollCallId, second)).toMatchObject({ asked: { tier: 'staff' } });
    expect(await mine(volunteer)).toHaveLength(1);
    await app.drain();
    await later(30);
    expect(await one(rollCallId, first)).toMatchObject({ asked: { tier: 'staff' } });
    expect(await one(rollCallId, second)).toMatchObject({ state: 'notReached' });
    await later(30);
    await later(30);
    const { items } = await rows(rollCallId);
    expect(items.map(({ state }) => state)).toEqual(['notReached', 'notReached', 'notReached']);
    const kindsOf = (elderId: string) => items.find((row) => row.elderId === elderId)!.history.map(({ kind }) => kind);
    expect([first, second, third].map(kindsOf)).toEqual([
      ['nextTier', 'nextTier', 'alarm'],
      ['nextTier', 'alarm'],
      ['nextTier', 'alarm'],
    ]);
    const sent = await town.messages(rollCallId);
    expect(new Set(sent.map(({ cause, accountId }) => `${cause}:${accountId}`)).size).toBe(sent.length);
    expect(sent.filter(({ accountId }) => accountId === volunteerId)).toHaveLength(1);
    await close(rollCallId);
  });

  it('after a stop of hours makes each overdue step once, and the next counts from then', async () => {
    const rollCallId = await start();
    app.clock.forward(5 * 3_600_000);
    await app.drain();
    const row = (await app.store.connection
      .db!.collection('rollCallRows')
      .findOne({ _id: rowOf(rollCallId, second) as never }))!;
    expect(row).toMatchObject({ step: 1, state: 'waiting', history: [{ kind: 'nextTier' }] });
    expect(row.deadline).toEqual(new Date(app.clock().getTime() + 30 * 60_000));
  });
});

describe('the elder herself', () => {
  it('says that she is well, and her family may say so, too: kept apart', async () => {
    const her = await app.someone('resident', { streetId: town.streetId, elderId: first });
    const office2 = await app.persona('何静');
    const begun = { id: id(), reason: 'powerCut' as const, minutes: 30, perPerson: 20 };
    await office2.client.response.startRollCall({ ...begun, choice: { communityIds: [community.id] } });
    await app.drain();
    const { items } = await her.client.response.rollCallsAboutMe();
    const open = items.find((item) => item.id === rowOf(begun.id, first))!;
    expect(open).toMatchObject({ reasonLabel: '停电', mayAnswer: true, drill: false });
    const act = id();
    const said = await her.client.response.sayFine({ rowId: open.id, id: act });
    expect(said).toMatchObject({ state: 'safe', said: '本人说平安', mayAnswer: false });
    expect(await her.client.response.sayFine({ rowId: open.id, id: act })).toEqual(said);
    await expect(her.client.response.sayFine({ rowId: rowOf(begun.id, second), id: id() })).rejects.toMatchObject({
      code: 'roll_call_row_not_found',
    });
    const report = await office2.client.response.rollCallReport({ rollCallId: begun.id });
    expect(report).toMatchObject({ bySelf: 1, byFamily: 0, p50: 0, head: { counts: { safe: 1, waiting: 2 } } });
    expect(report.text).toContain('本人说平安 1 位');
    expect(town.errors()).toEqual([]);
  });
});
