import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { type DueWorkerOptions, dueWorker, type Job } from './due-worker.ts';

interface Item {
  id: string;
  dueAt: number;
  leasedTo: number;
  done: boolean;
}

const lines: string[] = [];
const log = createLog('error', { write: (line: string) => void lines.push(line) });
const jobs: Job[] = [];
afterEach(async () => {
  for (const job of jobs.splice(0)) await job.stop();
  lines.length = 0;
});

/** A queue in memory with the lease rule of the real ones, and a clock that stands still unless it is moved. */
function queue(ids: string[]) {
  const items: Item[] = ids.map((id) => ({ id, dueAt: 0, leasedTo: 0, done: false }));
  const state = { now: 1_000, takes: 0, tokens: new Set<string>() };
  const take: DueWorkerOptions<Item>['take'] = async (now, leaseUntil, token) => {
    state.takes++;
    state.tokens.add(token);
    const item = items.find(({ done, dueAt, leasedTo }) => !done && dueAt <= +now && leasedTo <= +now);
    if (item) item.leasedTo = +leaseUntil;
    return item ?? null;
  };
  const worker = (run: (item: Item) => Promise<void>, more: Partial<DueWorkerOptions<Item>> = {}) => {
    const clock = () => new Date(state.now);
    const job = dueWorker<Item>({
      ...{ name: 'test job', take, run, idOf: ({ id }) => id, clock, log, pollMs: 60_000, leaseMs: 500 },
      ...more,
    });
    jobs.push(job);
    return job;
  };
  return { items, state, take, worker };
}
const until = async (condition: () => boolean) => {
  while (!condition()) await wait(5);
};
const finish = async (item: Item) => {
  item.done = true;
};

describe('drain', () => {
  it('runs everything that is due, each once, under a token of its own', async () => {
    const { worker, items, state } = queue(['a', 'b', 'c']);
    items[2]!.dueAt = 5_000;
    const ran: string[] = [];
    const job = worker(async (item) => {
      ran.push(item.id);
      item.done = true;
    });
    await job.drain();
    expect(ran).toEqual(['a', 'b']);
    state.now = 5_000;
    await job.drain();
    expect(ran).toEqual(['a', 'b', 'c']);
    expect(state.tokens.size).toBe(state.takes);
  });

  it('goes on after a failure, throws it, and finds the item again when its lease is over', async () => {
    const { worker, items, state } = queue(['bad', 'good']);
    let broken = true;
    const job = worker(async (item) => {
      if (item.id === 'bad' && broken) throw new Error('no luck');
      item.done = true;
    });
    await expect(job.drain()).rejects.toThrow('no luck');
    expect(items.map(({ done }) => done)).toEqual([false, true]);
    broken = false;
    await job.drain();
    expect(items[0]!.done).toBe(false);
    state.now += 500;
    await job.drain();
    expect(items[0]!.done).toBe(true);
  });

  it('throws several failures together', async () => {
    const job = queue(['x', 'y']).worker(async () => {
      throw new Error('no luck');
    });
    await expect(job.drain()).rejects.toThrow('test job: 2 items failed');
  });
});

describe('loops', () => {
  it('work side by side until nothing is due, then wait to be poked', async () => {
    const { worker, items, state } = queue(['a', 'b', 'c', 'd']);
    let side = 0;
    let most = 0;
    const job = worker(
      async (item) => {
        most = Math.max(most, ++side);
        await wait(5);
        side--;
        item.done = true;
      },
      { loops: 3 },
    );
    job.start();
    job.start();
    await until(() => items.every(({ done }) => done));
    expect(most).toBe(3);
    const { takes } = state;
    items.push({ id: 'late', dueAt: 0, leasedTo: 0, done: false });
    await wait(30);
    expect(state.takes - takes).toBeLessThanOrEqual(3);
    expect(items.at(-1)!.done).toBe(false);
    job.poke();
    await until(() => items.at(-1)!.done);
  });

  it('never run an item twice at once, even when its lease ends while it runs', async () => {
    const { worker, items, state } = queue(['slow']);
    let runs = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const job = worker(
      async (item) => {
        runs++;
        await held;
        item.done = true;
      },
      { pollMs: 5 },
    );
    job.start();
    await until(() => runs === 1);
    const { takes } = state;
    state.now += 10_000;
    await until(() => state.takes >= takes + 3);
    expect(runs).toBe(1);
    release();
    await until(() => items[0]!.done);
  });

  it('run an item once more, without waiting for its lease, when it was taken again while it ran', async () => {
    const { worker, items, state } = queue(['moved on']);
    let runs = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const job = worker(
      async (item) => {
        if (++runs === 1) await held;
        else item.done = true;
      },
      { pollMs: 5 },
    );
    job.start();
    await until(() => runs === 1);
    const before = items[0]!.leasedTo;
    state.now += 500;
    await until(() => items[0]!.leasedTo > before);
    release();
    await until(() => items[0]!.done);
    expect(runs).toBe(2);
  });

  it('stop taking and let what runs finish', async () => {
    const { worker, items } = queue(['a', 'b']);
    let begun = false;
    const job = worker(
      async (item) => {
        begun = true;
        await wait(20);
        item.done = true;
      },
      { loops: 1 },
    );
    job.start();
    await until(() => begun);
    await job.stop();
    expect(items.map(({ done }) => done)).toEqual([true, false]);
  });

  it('outlive a database that fails, and log it under the name of the job', async () => {
    const { worker, items, take } = queue(['a']);
    let failures = 3;
    const job = worker(finish, {
      pollMs: 1,
      loops: 1,
      take: async (...args) => {
        if (failures-- > 0) throw new Error('no database');
        return take(...args);
      },
    });
    job.start();
    await until(() => items[0]!.done);
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0]!)).toMatchObject({ job: 'test job', err: { message: 'no database' } });
  });
});
