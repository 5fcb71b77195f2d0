import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';

export interface DueWorkerOptions<T> {
  /** Name in the log. */
  name: string;
  /**
   * Takes the next due item by one conditional write that also leases it: until `leaseUntil` no one else gets it, and
   * `token` fences every later write of this run. Null when nothing is due.
   */
  take: (now: Date, leaseUntil: Date, token: string) => Promise<T | null>;
  /** Does what is due, idempotently, and marks the item as handled. If it throws, the lease runs out and it comes again. */
  run: (item: T, now: Date) => Promise<void>;
  idOf: (item: T) => string;
  clock: Clock;
  log: Logger;
  /** How long nothing was due before it looks again. */
  pollMs: number;
  /** Longer than the longest run; after a crash an item waits this long. */
  leaseMs: number;
  /** How many items run side by side in this process. */
  loops?: number;
  /** The longest pause after failures; for what must go on soon once the database is back. Default 30 s. */
  longestPauseMs?: number;
}

/** Something that works in the background of the server. */
export interface Job {
  readonly name: string;
  start(): void;
  /** Takes nothing more and resolves when what runs is done. */
  stop(): Promise<void>;
  /** Looks at once: something became due. */
  poke(): void;
  /** Runs everything that is due now and resolves; throws what failed. For tests and for a clock moved forward. */
  drain(): Promise<void>;
}

const LONGEST_PAUSE_MS = 30_000;

/** Works off due items of a leased queue in the database, in any number of processes. */
export function dueWorker<T>(options: DueWorkerOptions<T>): Job {
  const { name, take, run, idOf, clock, log, pollMs, leaseMs, loops = 2, longestPauseMs = LONGEST_PAUSE_MS } = options;
  /** What runs in this process, and beside it the same item as it was taken again meanwhile. */
  const running = new Map<string, T | null>();
  const sleepers = new Set<() => void>();
  let started: Promise<void>[] = [];
  let stopping = false;

  const next = () => {
    const now = clock();
    return take(now, new Date(now.getTime() + leaseMs), randomUUID());
  };

  /**
   * Runs one item, never twice at once. Taken again while it runs, because something new fell due or its lease ran
   * out, it is run once more under the new lease as soon as the first run is done: else it would wait that lease out.
   */
  async function runOne(item: T): Promise<void> {
    const id = idOf(item);
    if (running.has(id)) {
      running.set(id, item);
      return;
    }
    try {
      for (let turn: T | null = item; turn !== null; turn = running.get(id) ?? null) {
        running.set(id, null);
        await run(turn, clock());
      }
    } finally {
      running.delete(id);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      sleepers.add(wake);
    });
  }
  const wakeAll = () => {
    for (const wake of [...sleepers]) wake();
  };

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      try {
        const item = await next();
        if (item !== null) await runOne(item);
        failures = 0;
        if (item === null && !stopping) await pause(pollMs);
      } catch (err) {
        log.error({ job: name, failures, err }, 'job failed');
        const longer = Math.min(pollMs * 2 ** failures++, longestPauseMs);
        if (!stopping) await pause(longer);
      }
    }
  }

  return {
    name,
    start() {
      if (started.length) return;
      stopping = false;
      started = Array.from({ length: loops }, loop);
    },
    async stop() {
      stopping = true;
      wakeAll();
      await Promise.all(started);
      started = [];
    },
    poke: wakeAll,
    async drain() {
      const failed: unknown[] = [];
      for (let item = await next(); item !== null; item = await next()) {
        await runOne(item).catch((error) => failed.push(error));
      }
      if (failed.length === 1) throw failed[0];
      if (failed.length > 1) throw new AggregateError(failed, `${name}: ${failed.length} items failed`);
    },
  };
}
