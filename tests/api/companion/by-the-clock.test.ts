import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/actor.ts';
import { hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, resident, worker, volunteer } = town;
const movesOf = async (taskId: string): Promise<string[]> =>
  (await as(worker).companion.read({ taskId })).history.map(({ move }) => move);
const told = async (actor: Actor, taskId: string): Promise<string[]> => {
  const { items } = await as(actor).notices.list({ limit: 50 });
  return items.filter((notice) => notice.taskId === taskId).map(({ title }) => title);
};
const pass = async (hours: number): Promise<void> => {
  clock.forward(hours * hour);
  await town.settleDown();
};

// What earlier tests left behind comes to its end, so that each test sees its own task only.
beforeEach(() => pass(24 * 5));

describe('nobody confirms', () => {
  it('reminds after 24 hours and confirms by rule after 48, and says so', async () => {
    const taskId = await aTask('done');
    const { confirmsByRuleAt } = await as(daughter).companion.read({ taskId });
    expect(Date.parse(confirmsByRuleAt!) - clock().getTime()).toBe(48 * hour);
    await pass(24);
    expect(await told(daughter, taskId)).toEqual([
      '请确认这次服务',
      '服务结束，请确认',
      '服务开始了',
      '有志愿者接单了',
      '社区已发布求助',
    ]);
    await pass(23.9);
    expect((await as(worker).companion.read({ taskId })).status).toBe('done');
    await pass(0.1);
    const task = await as(daughter).companion.read({ taskId });
    expect(task).toMatchObject({ status: 'confirmed', confirmsByRuleAt: null });
    expect(task.history.at(-1)).toMatchObject({ move: 'confirmByRule', label: '满 48 小时自动确认', by: '系统' });
    const { items } = await as(volunteer).companion.ledger();
    expect(items.filter((line) => line.taskId === taskId)).toMatchObject([
      { minutes: 60, ground: 'confirmedByRule', groundLabel: '满 48 小时无异议，自动确认' },
    ]);
    expect(await told(resident, taskId)).toContain('服务已自动确认');
  });

  it('goes by the hours of the street that were in force when the service ended', async () => {
    await town.setRules({ confirmAfterHours: 72 });
    const taskId = await aTask('done');
    clock.forward(60_000);
    await town.setRules({});
    await pass(71.9);
    expect((await as(worker).companion.read({ taskId })).status).toBe('done');
    await pass(0.1);
    const task = await as(worker).companion.read({ taskId });
    expect(task.history.at(-1)).toMatchObject({ move: 'confirmByRule', label: '满 72 小时自动确认' });
  });

  it('leaves a service of more than four hours to a worker', async () => {
    const taskId = await aTask('inService');
    clock.forward(5 * hour);
    await as(volunteer).companion.finish({ taskId, at: clock().toISOString() });
    expect((await as(daughter).companion.read({ taskId })).confirmsByRuleAt).toBeNull();
    await pass(49);
    expect(await as(worker).companion.read({ taskId })).toMatchObject({ status: 'done' });
    expect(await told(worker, taskId)).toContain('服务时间较长，请核对');
  });
});

describe('nobody claims', () => {
  it('warns the worker before the window, and expires only after it', async () => {
    const taskId = await aTask('open');
    await pass(12);
    expect(await movesOf(taskId)).toEqual(['ask', 'open', 'warnUnclaimed']);
    expect(await told(worker, taskId)).toContain('求助还没有人接单');
    await pass(13.9);
    expect(await movesOf(taskId)).toHaveLength(3);
    await pass(0.1);
    expect(await movesOf(taskId)).toEqual(['ask', 'open', 'warnUnclaimed', 'expire']);
    expect(await told(daughter, taskId)).toContain('没有等到志愿者');
    expect(await told(worker, taskId)).toContain('求助过期，无人接单');
  });

  it('makes each of these once and in order when the server stood still for a week', async () => {
    const taskId = await aTask('asked');
    await pass(24 * 7);
    expect(await movesOf(taskId)).toEqual(['ask', 'warnUnclaimed', 'expire']);
  });
});

describe('a claimed visit', () => {
  it('is reminded of, then asked after, once each', async () => {
    const taskId = await aTask('claimed');
    await pass(22);
    expect(await told(volunteer, taskId)).toEqual(['快到上门时间了']);
    await pass(2.5);
    await town.settleDown();
    expect(await movesOf(taskId)).toEqual(['ask', 'open', 'claim', 'remindVisit', 'warnNotStarted']);
    expect(await told(worker, taskId)).toContain('到时间还没开始服务');
    expect((await as(worker).companion.queue({ pile: 'late' })).items.map(({ id }) => id)).toContain(taskId);
  });

  it('that has begun and does not end is asked after too', async () => {
    const taskId = await aTask('inService');
    await pass(28);
    expect(await movesOf(taskId)).toContain('warnNotFinished');
    expect(await told(volunteer, taskId)).toContain('服务结束了吗');
    expect((await as(worker).companion.queue({ pile: 'late' })).items.map(({ id }) => id)).toContain(taskId);
  });
});

it('does every due move once when several workers look at the same time', async () => {
  const ids = await Promise.all([1, 2, 3, 4, 5].map(() => aTask('open')));
  clock.forward(72 * hour);
  const [clockWorker] = town.companion.workers;
  await Promise.all([1, 2, 3, 4].map(() => clockWorker.drain()));
  for (const taskId of ids) expect(await movesOf(taskId)).toEqual(['ask', 'open', 'warnUnclaimed', 'expire']);
});
