import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import { dueWorker, type Job } from './due-worker.ts';

export interface RepeatingOptions {
  name: string;
  /** Must be safe to run twice at once, in one process or several. */
  run: (now: Date) => Promise<unknown>;
  everyMs: number;
  clock: Clock;
  log: Logger;
}

/** Housekeeping that runs at start and then every so often; a failed run is logged and its turn comes again. */
export function repeating({ name, run, everyMs, clock, log }: RepeatingOptions): Job {
  let dueAt = Number.NEGATIVE_INFINITY;
  return dueWorker<Date>({
    name,
    take: async (now) => {
      if (now.getTime() < dueAt) return null;
      dueAt = now.getTime() + everyMs;
      return now;
    },
    run: async (now) => {
      await run(now);
    },
    idOf: () => name,
    clock,
    log,
    pollMs: everyMs,
    leaseMs: everyMs,
    loops: 1,
  });
}
