import type { Clock } from '../clock.ts';
import { dueWorker, type Job } from '../jobs/due-worker.ts';
import type { Logger } from '../log.ts';
import type { Streets } from '../streets/index.ts';
import type { DueStore } from './due.store.ts';
import { byRule, type StoredTask } from './stored-task.ts';
import { aheadOf, nextDueOf } from './task.clock.ts';
import type { TaskStore } from './task.store.ts';

interface ClockDeps {
  due: DueStore;
  tasks: TaskStore;
  streets: Streets;
  clock: Clock;
  log: Logger;
  poke: () => void;
}

/** Makes the moves whose time has come: reminds, warns, expires, confirms by rule. A stop of any length loses none. */
export function createClockWorker({ due, tasks, streets, clock, log, poke }: ClockDeps): Job {
  async function run(taken: StoredTask, now: Date): Promise<void> {
    const street = await streets.street(taken.streetId);
    let task = taken;
    for (;;) {
      const [first] = aheadOf(task, street);
      if (!first || first.at > now.getTime()) break;
      // Refused when someone moved the task since it was read: that move has already set what is due next.
      const moved = await tasks.move(task, { move: first.move, by: byRule, at: now, street });
      if (!moved) return;
      task = moved;
      poke();
    }
    if (task === taken) await due.lookAgain(task, nextDueOf(task, street));
  }

  return dueWorker({
    name: 'companion clock',
    take: due.takeForClock,
    run,
    idOf: ({ _id }) => _id,
    clock,
    log,
    pollMs: 5_000,
    leaseMs: 30_000,
    loops: 1,
  });
}
