import type { TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import type { LifeMove } from '@wubian/shared/registry/life.ts';
import { addDays } from '@wubian/shared/time.ts';
import { describe, expect, it } from 'vitest';
import { lifeStreet } from '../../support/life-street.ts';

const street = await lifeStreet();
const { aTask, household, move, statusOf, toldTo, worker, head, volunteer, other, today } = street;

const live: TaskStatus[] = ['asked', 'open', 'claimed', 'inService', 'done', 'objected', 'confirmed'];
const stopped = ['asked', 'open', 'claimed'];

describe.each<[LifeMove, string]>([
  ['toHospital', '老人住院，这次不用去了'],
  ['toInstitution', '老人住进了养老机构，这次不用去了'],
  ['moveOut', '老人已搬走，这次不用去了'],
  ['die', '这次服务已取消'],
])('%s', (act, words) => {
  it('stops what nobody should come for, and leaves what is going on or done', async () => {
    const { elderId, daughter } = await household();
    const tasks = new Map<TaskStatus, string>();
    for (const status of live) tasks.set(status, await aTask(elderId, daughter, status));
    await street.drain();
    const { lines } = await worker.client.registry.foreseeLife({ elderId, move: act });
    expect(lines[0]).toBe('会取消 3 条未完成的求助，通知 1 位志愿者不用去了。');
    expect(lines[1]).toBe('有 1 条求助正在服务，请联系志愿者。');

    await move(elderId, act, 'present', {}, head);
    for (const [status, taskId] of tasks)
      expect([status, await statusOf(taskId)]).toEqual([status, stopped.includes(status) ? 'cancelled' : status]);
    const cancelled = await worker.client.companion.read({ taskId: tasks.get('claimed')! });
    expect(cancelled.history.at(-1)).toMatchObject({ by: '系统', words });

    await street.drain();
    const toVolunteer = (await toldTo(volunteer)).filter(({ taskId }) => taskId === tasks.get('claimed'));
    expect(toVolunteer.map(({ title }) => title)).toEqual(['这次不用去了']);
    const toWorker = await toldTo(worker);
    for (const status of stopped)
      expect(toWorker).toContainEqual(
        expect.objectContaining({ title: '求助已取消', taskId: tasks.get(status as TaskStatus) }),
      );
    expect(toWorker).toContainEqual(
      expect.objectContaining({ title: '老人状态有变，正在服务', taskId: tasks.get('inService') }),
    );
    // The visit ends as visits do.
    await volunteer.client.companion.finish({ taskId: tasks.get('inService')!, at: street.clock().toISOString() });
  });

  it('lets nobody ask for a visit, in words', async () => {
    const { elderId, daughter, herself } = await household();
    await move(elderId, act, 'present');
    const code = act === 'toHospital' || act === 'toInstitution' ? 'elder_away' : 'elder_closed';
    const askers = act === 'die' ? [daughter, worker] : [daughter, worker, herself];
    for (const who of askers)
      await expect(who.client.companion.ask(street.wish(elderId, 2))).rejects.toMatchObject({ code });
  });
});

describe('an expected return', () => {
  it('keeps what lies after it, and lets be asked for more', async () => {
    const { elderId, daughter } = await household();
    const soon = await aTask(elderId, daughter, 'claimed', 2);
    const later = await aTask(elderId, daughter, 'claimed', 6, other);
    const until = addDays(today(), 5);
    const { lines } = await worker.client.registry.foreseeLife({ elderId, move: 'toHospital', until });
    expect(lines.slice(0, 2)).toEqual([
      '会取消 1 条未完成的求助，通知 1 位志愿者不用去了。',
      '预计回家以后的 1 条求助保留。',
    ]);
    await move(elderId, 'toHospital', 'present', { until });
    expect([await statusOf(soon), await statusOf(later)]).toEqual(['cancelled', 'claimed']);
    await expect(daughter.client.companion.ask(street.wish(elderId, 4))).rejects.toMatchObject({ code: 'elder_away' });
    await expect(daughter.client.companion.ask(street.wish(elderId, 6))).resolves.toMatchObject({ status: 'asked' });

    await worker.client.registry.changeReturn({ elderId, until: addDays(today(), 12), why: '医生说的' });
    expect(await statusOf(later)).toBe('cancelled');
    await street.drain();
    expect((await toldTo(other)).at(-1)).toMatchObject({ title: '这次不用去了', taskId: later });
  });

  it('shows what was cancelled to whoever may ask for it again', async () => {
    const { elderId, daughter } = await household();
    const taskId = await aTask(elderId, daughter, 'open', 3);
    await move(elderId, 'toHospital', 'present');
    expect((await worker.client.registry.listLife({ elderId })).cancelled).toEqual([]);
    await move(elderId, 'comeBack', 'inHospital');
    expect(await statusOf(taskId)).toBe('cancelled');
    expect((await worker.client.registry.listLife({ elderId })).cancelled).toMatchObject([{ taskId }]);
  });
});

describe('an undo', () => {
  it('brings her back, not her cancelled visits, which it lists', async () => {
    const { elderId, daughter } = await household();
    const taskId = await aTask(elderId, daughter, 'claimed', 3);
    const moveId = await move(elderId, 'die', 'present');
    await worker.client.registry.askUndo({ elderId, moveId, why: '认错了人' });
    await head.client.registry.answerUndo({ elderId, moveId, answer: 'confirm' });
    expect(await statusOf(taskId)).toBe('cancelled');
    const { cancelled } = await worker.client.registry.listLife({ elderId });
    expect(cancelled).toMatchObject([{ taskId }]);
    expect(cancelled[0]!.said).toMatch(/助餐$/);
    await expect(daughter.client.companion.ask(street.wish(elderId, 3))).resolves.toMatchObject({ status: 'asked' });
  });
});

it('a request that was made at the very moment of the move does not stay', async () => {
  for (let times = 0; times < 5; times++) {
    const { elderId, daughter } = await household();
    const wish = street.wish(elderId, 2);
    const [asked] = await Promise.allSettled([
      daughter.client.companion.ask(wish),
      move(elderId, 'moveOut', 'present'),
    ]);
    if (asked.status === 'fulfilled') expect(await statusOf(wish.id)).toBe('cancelled');
    else expect(asked.reason).toMatchObject({ code: 'elder_closed' });
  }
});
