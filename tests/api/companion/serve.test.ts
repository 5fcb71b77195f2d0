import { describe, expect, it } from 'vitest';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, resident, worker, volunteer } = town;
const minute = 60_000;
const at = (minutes: number): string => new Date(clock().getTime() + minutes * minute).toISOString();

describe('starting and finishing', () => {
  it('counts the minutes between the two, and asks the family to confirm', async () => {
    const taskId = await aTask('claimed');
    clock.forward(60 * minute);
    const started = await as(volunteer).companion.start({ taskId, at: at(-50) });
    expect(started).toMatchObject({ status: 'inService', startedAt: at(-50) });
    const task = await as(volunteer).companion.finish({ taskId, at: at(-4), did: '做饭', noticed: '胃口好' });
    expect(task).toMatchObject({ status: 'done', minutes: 46, did: '做饭', noticed: '胃口好', concern: null });
    await town.settleDown();
    const { items } = await as(daughter).notices.list();
    expect(items[0]).toMatchObject({ title: '服务结束，请确认', taskId, urgent: true });
    expect(items[0]!.body).toContain('用时46分钟');
  });

  it('submitted days later from a phone without network, and twice, changes nothing more', async () => {
    const taskId = await aTask('claimed');
    const [begin, end] = [at(24 * 60), at(24 * 60 + 90)];
    clock.forward(4 * 24 * 60 * minute);
    const start = () => as(volunteer).companion.start({ taskId, at: begin });
    const finish = () => as(volunteer).companion.finish({ taskId, at: end, did: '洗衣' });
    await start();
    await start();
    await finish();
    const again = [await start(), await finish()];
    for (const task of again) {
      expect(task).toMatchObject({ status: 'done', startedAt: begin, finishedAt: end, minutes: 90, did: '洗衣' });
      expect(task.history.map(({ move }) => move)).toEqual(['ask', 'open', 'claim', 'start', 'finish']);
    }
    await as(daughter).companion.confirm({ taskId });
    expect(await finish()).toMatchObject({ status: 'confirmed', minutes: 90 });
  });

  it('sent at the same moment twice is one start and one finish', async () => {
    const taskId = await aTask('claimed');
    await Promise.all([1, 2, 3].map(() => as(volunteer).companion.start({ taskId, at: at(0) })));
    const end = at(30);
    clock.forward(30 * minute);
    await Promise.all([1, 2, 3].map(() => as(volunteer).companion.finish({ taskId, at: end })));
    const { history } = await as(worker).companion.read({ taskId });
    expect(history.map(({ move }) => move)).toEqual(['ask', 'open', 'claim', 'start', 'finish']);
  });

  it('refuses times of the future, before the claim, and longer than twelve hours', async () => {
    const taskId = await aTask('claimed');
    const wrong = { code: 'service_times_wrong' };
    await expect(as(volunteer).companion.start({ taskId, at: at(6) })).rejects.toMatchObject(wrong);
    await expect(as(volunteer).companion.start({ taskId, at: at(-30) })).rejects.toMatchObject(wrong);
    await as(volunteer).companion.start({ taskId, at: at(4) });
    await expect(as(volunteer).companion.finish({ taskId, at: at(-2) })).rejects.toMatchObject(wrong);
    clock.forward(24 * 60 * minute);
    await expect(as(volunteer).companion.finish({ taskId, at: at(0) })).rejects.toMatchObject(wrong);
    expect(await as(volunteer).companion.read({ taskId })).toMatchObject({ status: 'inService' });
  });

  it('cannot finish what was never started', async () => {
    const taskId = await aTask('claimed');
    await expect(as(volunteer).companion.finish({ taskId, at: at(0) })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
  });

  it('is for its volunteer only', async () => {
    const taskId = await aTask('claimed');
    const other = town.someone('volunteer', '陈晓芳');
    await expect(as(other).companion.start({ taskId, at: at(0) })).rejects.toMatchObject({ code: 'task_not_found' });
    await expect(as(daughter).companion.start({ taskId, at: at(0) })).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('a concern', () => {
  it('reaches the worker as an urgent notice and lies in her queue until she has answered it', async () => {
    const taskId = await aTask('inService');
    clock.forward(20 * minute);
    await as(volunteer).companion.finish({ taskId, at: at(0), concern: '老人说头晕' });
    await town.settleDown();
    const { items } = await as(worker).notices.list();
    const told = items.find((notice) => notice.taskId === taskId && notice.title === '志愿者有担心的情况');
    expect(told).toMatchObject({ urgent: true });
    expect(told!.body).not.toContain('头晕');
    const pile = () => as(worker).companion.queue({ pile: 'concern' });
    expect((await pile()).items.map(({ id }) => id)).toEqual([taskId]);
    expect((await pile()).counts.concern).toBe(1);

    const heeded = await as(worker).companion.heed({ taskId, words: '已请家庭医生上门' });
    expect(heeded).toMatchObject({
      status: 'done',
      concern: { heededWords: '已请家庭医生上门' },
      can: { heed: false },
    });
    expect(await as(worker).companion.heed({ taskId, words: '已请家庭医生上门' })).toEqual(heeded);
    expect((await pile()).items).toEqual([]);
  });

  it('can be answered once, and only where there is one', async () => {
    const quiet = await aTask('done');
    await expect(as(worker).companion.heed({ taskId: quiet, words: '好' })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
    const taskId = await aTask('inService');
    clock.forward(20 * minute);
    await as(volunteer).companion.finish({ taskId, at: at(0), concern: '门锁坏了' });
    await as(worker).companion.heed({ taskId, words: '已报修' });
    const head = town.someone('communityHead', '周主任');
    await expect(as(head).companion.heed({ taskId, words: '我也知道了' })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
    await expect(as(resident).companion.heed({ taskId, words: '好' })).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
