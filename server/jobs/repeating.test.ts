import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { repeating } from './repeating.ts';

it('runs at start and then whenever its time has passed', async () => {
  let now = 1_000;
  const times: number[] = [];
  const clock = () => new Date(now);
  const run = async (at: Date) => times.push(at.getTime());
  const job = repeating({ name: 'sweep', everyMs: 60_000, clock, log: createLog('silent'), run });
  for (const at of [1_000, 60_999, 61_000, 500_000]) {
    now = at;
    await job.drain();
  }
  expect(times).toEqual([1_000, 61_000, 500_000]);
});

it('goes on after a failure', async () => {
  let runs = 0;
  const run = async () => {
    if (++runs === 1) throw new Error('no luck');
  };
  const job = repeating({
    name: 'sweep',
    everyMs: 1,
    clock: () => new Date(performance.now()),
    log: createLog('silent'),
    run,
  });
  job.start();
  while (runs < 3) await wait(2);
  await job.stop();
  expect(runs).toBeGreaterThanOrEqual(3);
});
