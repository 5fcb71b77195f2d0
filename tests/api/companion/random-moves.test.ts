import { moves, personMoves, replay, type TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredTask } from '../../../server/companion/stored-task.ts';
import { hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, worker, volunteer, db } = town;
const second = town.someone('volunteer', '陈晓芳');
const actors = [daughter, worker, volunteer, second];

/** Anyone tries anything: every act of the house as somebody, as the wire has it. */
const tries = {
  open: (who, taskId) => as(who).companion.open({ taskId }),
  decline: (who, taskId) => as(who).companion.decline({ taskId, reason: '不行' }),
  claim: (who, taskId) => as(who).companion.claim({ taskId }),
  assign: (who, taskId) => as(who).companion.assign({ taskId, volunteerId: second.accountId }),
  release: (who, taskId) => as(who).companion.release({ taskId, reason: '有事' }),
  noShow: (who, taskId) => as(who).companion.noShow({ taskId }),
  start: (who, taskId) => as(who).companion.start({ taskId, at: clock().toISOString() }),
  finish: (who, taskId) => as(who).companion.finish({ taskId, at: clock().toISOString(), concern: '头晕' }),
  confirm: (who, taskId) => as(who).companion.confirm({ taskId }),
  object: (who, taskId) => as(who).companion.object({ taskId, reason: '不对' }),
  settle: (who, taskId) => as(who).companion.settle({ taskId, minutes: 10, reason: '核定' }),
  cancel: (who, taskId) => as(who).companion.cancel({ taskId, reason: '不用了' }),
  heed: (who, taskId) => as(who).companion.heed({ taskId, words: '知道了' }),
} satisfies Record<(typeof personMoves)[number], (who: typeof worker, taskId: string) => Promise<unknown>>;

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ move: fc.constantFrom(...personMoves), who: fc.nat(3), twice: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ hours: fc.constantFrom(0.2, 1, 13, 26, 50) }) },
);

it('whatever people and the clock do, the history replays to the status and every effect follows once', async () => {
  const seen = new Set<TaskStatus>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
      const taskId = await aTask('asked');
      for (const one of steps) {
        if ('hours' in one) {
          clock.forward(one.hours * hour);
          await town.settleDown();
          continue;
        }
        const act = () => tries[one.move](actors[one.who]!, taskId);
        const answers = await Promise.allSettled(one.twice ? [act(), act()] : [act()]);
        for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Refusal);
      }
      await town.settleDown();
      const task = (await db.collection('tasks').findOne({ _id: taskId as never })) as unknown as StoredTask;
      seen.add(task.status);
      expect(replay(task.history)).toBe(task.status);
      expect(task).toMatchObject({ seq: task.history.length, handledSeq: task.history.length, outboxDue: null });
      const times = task.history.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const entered = task.history.findLast(({ move }) => move === 'ask' || moves[move].to !== 'same')!;
      expect(task.since).toEqual(entered.at);
      const counts = task.status === 'confirmed' && task.minutes! > 0;
      expect(await db.collection('ledger').countDocuments({ taskId })).toBe(counts ? 1 : 0);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(seen.size).toBeGreaterThan(3);
});
