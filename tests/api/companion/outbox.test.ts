import { describe, expect, it } from 'vitest';
import { createDueStore } from '../../../server/companion/due.store.ts';
import type { LedgerStore } from '../../../server/companion/ledger.store.ts';
import { createLedgerStore } from '../../../server/companion/ledger.store.ts';
import { createOutboxWorker } from '../../../server/companion/outbox-worker.ts';
import { createSealing } from '../../../server/companion/sealing.ts';
import { createVolunteerStore } from '../../../server/companion/volunteer.store.ts';
import { createLog } from '../../../server/log.ts';
import { hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, db, volunteer } = town;

/** An outbox worker that breaks off before its n-th write. */
function breakingAt(n: number) {
  let step = 0;
  const soon =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (++step === n) throw new Error('the power went out');
      return write(...args);
    };
  const due = createDueStore(db, createSealing(town.cipher));
  const ledger: Pick<LedgerStore, 'add'> = createLedgerStore(db);
  const volunteers = createVolunteerStore(db);
  const { accounts, registry } = town.folk;
  const worker = createOutboxWorker({
    due: { ...due, handled: soon(due.handled) },
    ledger: { add: soon(ledger.add) },
    volunteers: { missed: soon(volunteers.missed) },
    notices: { ...town.notices.door, tell: soon(town.notices.door.tell) },
    ...{ accounts, registry, clock, streets: town.streets, log: createLog('silent') },
  });
  return { worker, steps: () => step };
}

/** A task with every kind of effect: a missed visit, a concern, a line in the ledger, and many notices. */
async function eventfulTask(): Promise<string> {
  const taskId = await aTask('claimed');
  clock.forward(24 * hour + 20 * 60_000);
  await as(daughter).companion.noShow({ taskId });
  await as(volunteer).companion.claim({ taskId });
  await as(volunteer).companion.start({ taskId, at: clock().toISOString() });
  clock.forward(hour);
  await as(volunteer).companion.finish({ taskId, at: clock().toISOString(), concern: '头晕' });
  await as(daughter).companion.confirm({ taskId });
  return taskId;
}

const effectsOf = async (taskId: string) => ({
  lines: await db.collection('ledger').countDocuments({ taskId }),
  notices: (await db.collection('notices').find({ taskId }).sort({ _id: 1 }).toArray()).map(
    ({ title, role }) => `${role} ${title}`,
  ),
  missed: (await as(volunteer).companion.myVolunteering()).noShows,
});

describe('the outbox', () => {
  it('makes every effect once, wherever a run breaks off', async () => {
    const whole = breakingAt(0);
    const first = await eventfulTask();
    await whole.worker.drain();
    const expected = await effectsOf(first);
    expect(expected).toMatchObject({ lines: 1, missed: 1 });
    expect(expected.notices.length).toBeGreaterThan(12);
    const steps = whole.steps();
    expect(steps).toBeGreaterThan(8);

    for (let n = 1; n <= steps; n++) {
      const taskId = await eventfulTask();
      const broken = breakingAt(n);
      await expect(broken.worker.drain()).rejects.toThrow('the power went out');
      clock.forward(60_000);
      await breakingAt(0).worker.drain();
      const effects = await effectsOf(taskId);
      expect({ ...effects, missed: 1 }).toEqual(expected);
      expect(effects.missed).toBe(n + 1);
      const stored = await db.collection('tasks').findOne({ _id: taskId as never });
      expect(stored).toMatchObject({ outboxDue: null, handledSeq: stored!.seq });
    }
  });

  it('run by several workers at once makes every effect once', async () => {
    const taskId = await eventfulTask();
    const before = (await effectsOf(taskId)).missed;
    await Promise.all([1, 2, 3, 4].map(() => breakingAt(0).worker.drain()));
    const effects = await effectsOf(taskId);
    expect(effects.lines).toBe(1);
    expect(effects.missed).toBe(before + 1);
    expect(new Set(effects.notices).size).toBeGreaterThan(10);
  });

  it('keeps a move due that comes while it works', async () => {
    const taskId = await aTask('asked');
    const due = createDueStore(db, createSealing(town.cipher));
    const now = clock();
    const taken = await due.takeForOutbox(now, new Date(now.getTime() + 15_000), 'token-1');
    expect(taken?._id).toBe(taskId);
    await as(town.worker).companion.open({ taskId });
    await due.handled(taken!);
    const stored = await db.collection('tasks').findOne({ _id: taskId as never });
    expect(stored).toMatchObject({ handledSeq: 1, seq: 2, outboxDue: now });
    await town.settleDown();
    expect((await as(daughter).notices.list()).items[0]).toMatchObject({ taskId, title: '社区已发布求助' });
  });

  it('lets a run whose lease is over mark nothing', async () => {
    await town.settleDown();
    const taskId = await aTask('asked');
    const due = createDueStore(db, createSealing(town.cipher));
    const now = clock();
    const slow = await due.takeForOutbox(now, new Date(now.getTime() + 15_000), 'slow');
    const later = new Date(now.getTime() + 16_000);
    expect((await due.takeForOutbox(later, new Date(later.getTime() + 15_000), 'quick'))?._id).toBe(taskId);
    await due.handled(slow!);
    expect(await db.collection('tasks').findOne({ _id: taskId as never })).toMatchObject({ handledSeq: 0 });
  });
});
