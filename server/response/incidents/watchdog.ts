import type { Logger } from '../../log.ts';
import type { DueStore } from './due.store.ts';
import type { createHeartbeats } from './heartbeat.store.ts';

export const WATCHDOG = 'watchdog';
/** A step this late has been forgotten by whoever should have made it. */
const lateMs = 60_000;

interface Parts {
  due: DueStore;
  heartbeats: ReturnType<typeof createHeartbeats>;
  log: Logger;
  poke: () => void;
}

/**
 * The round of the guard: every open call must have a next step that lies ahead, or is being made. One that has none
 * is woken and written down. Then the heartbeat, which somebody outside can watch: no round, no beat.
 */
export const watchdog =
  ({ due, heartbeats, log, poke }: Parts) =>
  async (now: Date): Promise<void> => {
    const forgotten = await due.forgotten(new Date(now.getTime() - lateMs));
    for (const incident of forgotten) {
      log.warn({ incident: incident._id, nextDue: incident.nextDue }, 'an open call had no next step: woken');
      await due.wake(incident, now);
    }
    if (forgotten.length) poke();
    await heartbeats.beat(WATCHDOG, now);
  };
