import type { Appender } from './appender.ts';
import type { Inbox } from './inbox.store.ts';

/** Longer than any call runs; after a crash its entry waits this long. */
export const LEASE_MS = 120_000;
const BATCH = 200;

export interface LeftoverDeps {
  inbox: Pick<Inbox, 'leftovers'>;
  appender: Pick<Appender, 'add' | 'flush' | 'waiting'>;
  /** Calls of this process that run now. */
  running: ReadonlySet<string>;
}

/**
 * Chains what a process that died had begun and never chained, with the outcome that the inbox holds: 'unknown' for
 * a call. Safe to run in several processes at once, since a chain holds no call twice.
 */
export async function chainLeftovers({ inbox, appender, running }: LeftoverDeps, now: Date): Promise<void> {
  for (;;) {
    const mine = [...running, ...appender.waiting()];
    const found = await inbox.leftovers(new Date(now.getTime() - LEASE_MS), mine, BATCH);
    for (const draft of found) appender.add(draft);
    await appender.flush();
    if (found.length < BATCH) return;
  }
}
