import { expect, it } from 'vitest';
import { lifeStreet } from '../../support/life-street.ts';

const street = await lifeStreet();
const { aTask, household, move, statusOf, toldTo, worker, head, volunteer } = street;

const allNotices = async () => street.store.connection.collection('notices').find().toArray();

it('what had been told before stays told, and nobody’s count changes with the move', async () => {
  const { elderId, daughter, herself } = await household('钱桂兰');
  await aTask(elderId, daughter, 'claimed');
  await street.drain();
  const counts = async () => [(await toldTo(daughter)).length, (await toldTo(herself)).length];
  const before = await counts();
  await move(elderId, 'die', 'present');
  await street.drain();
  expect(await counts()).toEqual(before);
});

it('a service that ended while she lived waits for her family again, once the death is undone', async () => {
  const { elderId, daughter } = await household('周素琴');
  const done = await aTask(elderId, daughter, 'done');
  const moveId = await move(elderId, 'die', 'present');
  await worker.client.registry.askUndo({ elderId, moveId, why: '认错了人' });
  await head.client.registry.answerUndo({ elderId, moveId, answer: 'confirm' });
  expect(await daughter.client.companion.read({ taskId: done })).toMatchObject({
    quiet: false,
    statusLabel: '已服务，待确认',
    can: { confirm: true, object: true },
  });
  await daughter.client.companion.confirm({ taskId: done });
  expect(await statusOf(done)).toBe('confirmed');
});

// Last: days pass, and sessions run out.
it('tells her family and herself nothing by itself, from the move until long after', async () => {
  const { elderId, daughter, herself } = await household('孙淑芬');
  const [asked, open, claimed, inService, done, objected] = [
    await aTask(elderId, daughter, 'asked'),
    await aTask(elderId, daughter, 'open'),
    await aTask(elderId, daughter, 'claimed'),
    await aTask(elderId, daughter, 'inService'),
    await aTask(elderId, daughter, 'done'),
    await aTask(elderId, daughter, 'objected'),
  ];
  await street.drain();
  const staff = new Set(await Promise.all([worker, head, volunteer].map(street.accountOf)));
  const before = new Map((await allNotices()).map(({ _id }) => [String(_id), true]));
  const heardBefore = [(await toldTo(daughter)).length, (await toldTo(herself)).length];
  expect(heardBefore[0]).toBeGreaterThan(0);
  expect(heardBefore[1]).toBeGreaterThan(0);

  await move(elderId, 'die', 'present', {}, head);
  await street.drain();
  await volunteer.client.companion.finish({ taskId: inService, at: street.clock().toISOString(), did: '陪着坐了坐' });
  await street.drain();
  const doneTask = () => daughter.client.companion.read({ taskId: done });
  expect(await doneTask()).toMatchObject({ quiet: true, statusLabel: '已服务', confirmsByRuleAt: null });
  expect(Object.entries((await doneTask()).can).filter(([, may]) => may)).toEqual([]);
  await expect(daughter.client.companion.confirm({ taskId: done })).rejects.toMatchObject({ code: 'grant_needed' });
  await expect(daughter.client.companion.object({ taskId: done, reason: '没有来' })).rejects.toMatchObject({
    code: 'grant_needed',
  });

  // The clock's reminders and the confirmation by rule, for days.
  for (let hours = 0; hours < 100; hours += 5) {
    street.clock.forward(5 * 3_600_000);
    await street.drain();
  }
  const db = street.store.connection;
  const after = async (taskId: string) => (await db.collection('tasks').findOne({ _id: taskId as never }))!.status;
  expect(await Promise.all([asked, open, claimed].map(after))).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(await Promise.all([inService, done].map(after))).toEqual(['confirmed', 'confirmed']);
  expect(await after(objected)).toBe('objected');
  const lines = await db.collection('ledger').find({ elderId }).toArray();
  expect(lines.map(({ taskId, ground }) => [taskId, ground]).sort()).toEqual(
    [
      [inService, 'confirmedByRule'],
      [done, 'confirmedByRule'],
    ].sort(),
  );

  const told = (await allNotices()).filter(({ _id }) => !before.has(String(_id)));
  const ofHers = told.filter(
    ({ taskId, body }) => [asked, open, claimed, inService, done, objected].includes(taskId) || body.includes('孙淑芬'),
  );
  expect(ofHers.length).toBeGreaterThan(4);
  expect(ofHers.filter(({ role }) => role === 'family' || role === 'resident')).toEqual([]);
  const toVolunteer = told.filter(({ role, taskId }) => role === 'volunteer' && taskId === claimed);
  expect(toVolunteer).toMatchObject([{ title: '这次不用去了' }]);
  expect(toVolunteer[0]!.body).toContain('谢谢您一直以来的帮助');
  expect(toVolunteer[0]!.body).not.toMatch(/去世|死/);
  for (const { accountId } of toVolunteer) expect(staff).toContain(accountId);
});
