import { describe, expect, it } from 'vitest';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, resident, daughter, worker, office, volunteer } = town;

describe('opening a request', () => {
  it('is done once by the community’s worker, with her remark', async () => {
    const taskId = await aTask('asked');
    const task = await as(worker).companion.open({ taskId, note: '已电话核实' });
    expect(task).toMatchObject({ status: 'open', statusLabel: '等志愿者接单' });
    expect(task.history.at(-1)).toMatchObject({ move: 'open', by: '网格员 赵静', words: '已电话核实' });
    expect(await as(worker).companion.open({ taskId })).toEqual(task);
  });

  it('is answered with the task even when it has gone on since', async () => {
    const taskId = await aTask('claimed');
    expect(await as(worker).companion.open({ taskId })).toMatchObject({ status: 'claimed' });
  });

  it('is not for a worker of another community, who does not even learn of it', async () => {
    const taskId = await aTask('asked');
    const elsewhere = town.someone('gridWorker', '钱进', { communityIds: [town.far.id] });
    await expect(as(elsewhere).companion.open({ taskId })).rejects.toMatchObject({ code: 'task_not_found' });
    await expect(as(elsewhere).companion.read({ taskId })).rejects.toMatchObject({ code: 'task_not_found' });
  });

  it('is not for the elder’s side or a volunteer', async () => {
    const taskId = await aTask('asked');
    for (const actor of [resident, daughter, volunteer]) {
      await expect(as(actor).companion.open({ taskId })).rejects.toMatchObject({ code: 'not_allowed' });
    }
  });

  it('comes too late after another worker’s decision', async () => {
    const taskId = await aTask('asked');
    await as(worker).companion.decline({ taskId, reason: '社区食堂已安排' });
    await expect(as(office).companion.open({ taskId })).rejects.toMatchObject({ code: 'task_moved_on' });
  });
});

describe('declining a request', () => {
  it('gives a reason that the family reads, and is told without it', async () => {
    const taskId = await aTask('asked');
    await as(worker).companion.decline({ taskId, reason: '请先看医生' });
    const task = await as(daughter).companion.read({ taskId });
    expect(task.status).toBe('declined');
    expect(task.history.at(-1)).toMatchObject({ move: 'decline', words: '请先看医生', by: '网格员 赵静' });
    expect(task.can.askAgain).toBe(true);
    await town.settleDown();
    const { items } = await as(daughter).notices.list();
    const told = items.find((notice) => notice.taskId === taskId && notice.title === '求助未受理');
    expect(told).toBeDefined();
    expect(told!.body).not.toContain('看医生');
  });

  it('needs a reason', async () => {
    const taskId = await aTask('asked');
    await expect(as(worker).companion.decline({ taskId, reason: '  ' })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ field: 'reason', words: '请写明原因' }],
    });
  });
});
