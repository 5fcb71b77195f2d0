import { rungsCalled } from '@wubian/shared/response/deadlines.ts';
import type { Clock } from '../../clock.ts';
import { dueWorker, type Job } from '../../jobs/due-worker.ts';
import type { Logger } from '../../log.ts';
import { dueOf } from './clocked.ts';
import type { DueStore } from './due.store.ts';
import type { IncidentStore } from './incident.store.ts';
import { byRule, type StoredIncident } from './stored-incident.ts';

interface ClockDeps {
  due: DueStore;
  incidents: IncidentStore;
  clock: Clock;
  log: Logger;
  poke: () => void;
}

/** The number of the ladder's step that is called next, counted from 0 since it last waited for somebody. */
export const nextRung = (incident: StoredIncident): number =>
  rungsCalled(incident.history.map(({ move, at }) => ({ move, at: at.getTime() })));

/**
 * Makes the moves whose time has come: calls the next step, rings again, warns. After a stop of any length each
 * overdue step is made once, and the one after it counts from then.
 */
export function createClockWorker({ due, incidents, clock, log, poke }: ClockDeps): Job {
  async function run(taken: StoredIncident, now: Date): Promise<void> {
    const next = dueOf(taken);
    if (!next || next.at > now.getTime()) return due.lookAgain(taken, next && new Date(next.at));
    // Refused when someone moved it since it was read: that move has already set what is due next.
    const rung = next.move === 'call' ? { rung: nextRung(taken) } : {};
    const moved = await incidents.move(taken, { move: next.move, by: byRule, at: now, ...rung });
    if (moved) poke();
  }

  return dueWorker({
    name: 'incident clock',
    take: due.takeForClock,
    run,
    idOf: ({ _id }) => _id,
    clock,
    log,
    // A step is at most 2 s late while any process lives: one that died with its lease has 1 s, and two looks.
    pollMs: 250,
    leaseMs: 1_000,
    longestPauseMs: 500,
    loops: 2,
  });
}
