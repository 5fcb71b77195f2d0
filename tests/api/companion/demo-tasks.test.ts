import { statusNames } from '@wubian/shared/companion/lifecycle.ts';
import { expect, it } from 'vitest';
import type { Clock } from '../../../server/clock.ts';
import { createCompanion, fillDemoTasks } from '../../../server/companion/index.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, clock, daughter, worker, volunteer, elder } = town;

it('fills a street with tasks in every status, made by the commands themselves', async () => {
  const trained = town.someone('volunteer', '陈晓芳');
  const others = ['张桂英', '刘德明', '赵淑珍', '孙国强', '周玉梅', '吴建华'].map((name) => town.newElder({ name }));
  const { db, cipher, streets, notices, log, folk } = town;
  const { accounts, registry } = folk;
  const room = (past: Clock) =>
    createCompanion({ db, cipher, streets, accounts, registry, notices: notices.door, clock: past, log });
  await fillDemoTasks(room, clock, {
    daughter,
    worker,
    volunteers: [volunteer, trained],
    motherId: elder.id,
    elderIds: others.map(({ id }) => id),
  });

  const tasks = await db.collection('tasks').find().toArray();
  expect(tasks).toHaveLength(25);
  const statuses = new Set(tasks.map(({ status }) => status));
  expect(statusNames.filter((status) => !statuses.has(status))).toEqual(['inService']);
  for (const task of tasks) {
    const times = task.history.map(({ at }: { at: Date }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(task.since.getTime()).toBeLessThanOrEqual(clock().getTime());
    expect(task.outboxDue).toBeNull();
  }
  expect((await as(trained).companion.ledger()).items.length).toBeGreaterThan(0);
  expect(await as(trained).companion.myVolunteering()).toMatchObject({
    qualifications: [{ name: 'bathing' }],
    ownElders: [{ id: elder.id }],
  });
  const { counts } = await as(worker).companion.queue({});
  expect(counts).toMatchObject({ asked: 3, open: 8, objected: 1, concern: 2 });
  expect((await as(daughter).notices.list()).items.length).toBeGreaterThan(5);
});
