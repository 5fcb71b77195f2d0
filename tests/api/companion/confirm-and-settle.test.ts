import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/actor.ts';
import { hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, elder, resident, worker, volunteer } = town;
const lineOf = async (taskId: string, who: Actor = volunteer) => {
  await town.settleDown();
  const { items } = await as(who).companion.ledger({ limit: 50 });
  return items.filter((line) => line.taskId === taskId);
};

/** A service of this many hours. */
async function served(hours: number): Promise<string> {
  const taskId = await aTask('inService');
  clock.forward(hours * hour);
  await as(volunteer).companion.finish({ taskId, at: clock().toISOString() });
  return taskId;
}

describe('confirming', () => {
  it('by the family writes the minutes once, on that ground', async () => {
    const taskId = await aTask('done');
    const [task] = await Promise.all([1, 2].map(() => as(daughter).companion.confirm({ taskId, thanks: '辛苦了' })));
    expect(task).toMatchObject({ status: 'confirmed', can: { askAgain: true } });
    expect(task!.history.at(-1)).toMatchObject({ move: 'confirm', words: '辛苦了', forElder: true });
    expect(await lineOf(taskId)).toMatchObject([
      { minutes: 60, ground: 'confirmedByFamily', groundLabel: '家属确认', elderMasked: '王**' },
    ]);
    await as(daughter).companion.confirm({ taskId });
    expect(await lineOf(taskId)).toHaveLength(1);
  });

  it('by the old person herself stands on her own ground', async () => {
    const taskId = await aTask('done');
    await as(resident).companion.confirm({ taskId });
    expect(await lineOf(taskId)).toMatchObject([{ ground: 'confirmedByElder' }]);
  });

  it('sums up in the volunteer’s ledger, page by page', async () => {
    const { items, totalMinutes } = await as(volunteer).companion.ledger({ limit: 50 });
    expect(totalMinutes).toBe(items.reduce((sum, { minutes }) => sum + minutes, 0));
    const first = await as(volunteer).companion.ledger({ limit: 1 });
    const second = await as(volunteer).companion.ledger({ limit: 1, cursor: first.next! });
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 2));
    expect((await as(volunteer).companion.myVolunteering()).minutesTotal).toBe(totalMinutes);
  });

  it('needs a grant to confirm; a worker or the volunteer cannot do it for her', async () => {
    const taskId = await aTask('done');
    const son = town.someone('family', '周强', { communityIds: [] });
    town.folk.grant({ accountId: son.accountId, elderId: elder.id, relation: 'son', scopes: ['see', 'ask'] });
    await expect(as(son).companion.confirm({ taskId })).rejects.toMatchObject({ code: 'grant_needed' });
    await expect(as(son).companion.object({ taskId, reason: '不对' })).rejects.toMatchObject({ code: 'grant_needed' });
    for (const actor of [worker, volunteer]) {
      await expect(as(actor).companion.confirm({ taskId })).rejects.toMatchObject({ code: 'not_allowed' });
    }
  });

  it('is too early before the service and too late after an objection', async () => {
    const early = await aTask('inService');
    await expect(as(daughter).companion.confirm({ taskId: early })).rejects.toMatchObject({ code: 'task_moved_on' });
    const objected = await aTask('objected');
    await expect(as(daughter).companion.confirm({ taskId: objected })).rejects.toMatchObject({ code: 'task_moved_on' });
  });

  it('and objecting at once: one of the two stands', async () => {
    const taskId = await aTask('done');
    const answers = await Promise.allSettled([
      as(daughter).companion.confirm({ taskId }),
      as(resident).companion.object({ taskId, reason: '没有来' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { history } = await as(worker).companion.read({ taskId });
    expect(history.filter(({ move }) => move === 'confirm' || move === 'object')).toHaveLength(1);
  });
});

describe('an objection', () => {
  it('stops the minutes until a worker has decided how many count', async () => {
    const taskId = await aTask('objected');
    expect(await lineOf(taskId)).toEqual([]);
    expect((await as(worker).companion.queue({ pile: 'objected' })).items.map(({ id }) => id)).toContain(taskId);
    const settled = await as(worker).companion.settle({ taskId, minutes: 40, reason: '双方都同意' });
    expect(settled).toMatchObject({ status: 'confirmed', minutes: 40 });
    expect(await as(worker).companion.settle({ taskId, minutes: 40, reason: '双方都同意' })).toEqual(settled);
    expect(await lineOf(taskId)).toMatchObject([{ minutes: 40, ground: 'settledByWorker', groundLabel: '社区核定' }]);
  });

  it('decided with no minutes writes no line', async () => {
    const taskId = await aTask('objected');
    await as(worker).companion.settle({ taskId, minutes: 0, reason: '没有上门' });
    expect(await lineOf(taskId)).toEqual([]);
  });

  it('is for workers to settle, with a reason', async () => {
    const taskId = await aTask('objected');
    await expect(as(daughter).companion.settle({ taskId, minutes: 5, reason: '好' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(as(worker).companion.settle({ taskId, minutes: 5, reason: '' })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});

describe('a long service', () => {
  it('is looked at by a worker, who may settle it without an objection', async () => {
    const taskId = await served(5);
    expect((await as(worker).companion.queue({ pile: 'objected' })).items.map(({ id }) => id)).toContain(taskId);
    expect((await as(worker).companion.read({ taskId })).can.settle).toBe(true);
    await as(worker).companion.settle({ taskId, minutes: 240, reason: '陪同住院，已核实' });
    expect(await lineOf(taskId)).toMatchObject([{ minutes: 240, ground: 'settledByWorker' }]);
  });

  it('of an ordinary length is the family’s to confirm, not the worker’s to settle', async () => {
    const taskId = await served(1);
    expect((await as(worker).companion.read({ taskId })).can.settle).toBe(false);
    await expect(as(worker).companion.settle({ taskId, minutes: 30, reason: '核定' })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
  });
});
