import type { Job } from '../jobs/due-worker.ts';
import type { Logger } from '../log.ts';
import type { ChainStore } from './chain.store.ts';
import type { Draft } from './entry.ts';
import type { Inbox } from './inbox.store.ts';

/** How long ended calls gather before they are chained together. */
const GATHER_MS = 50;
/** As many that they are chained at once, and the most that go in one write. */
const BATCH = 200;
const RETRY_MS = 1_000;

export interface AppenderOptions {
  chains: Pick<ChainStore, 'append'>;
  inbox: Pick<Inbox, 'remove'>;
  log: Logger;
}

export interface Appender extends Job {
  /** Takes what has ended; it is chained soon, or by another process should this one die. */
  add(draft: Draft): void;
  /** Chains everything that was added; rejects if the database does not take it, and keeps it for the next time. */
  flush(): Promise<void>;
  /** Ids of the calls that wait here. */
  waiting(): string[];
}

const byStreet = (drafts: readonly Draft[]): Map<string, Draft[]> =>
  Map.groupBy(drafts, ({ streetId }) => streetId) as Map<string, Draft[]>;

/** Brings what has ended from the inbox into the chains, many at a time, beside the calls themselves. */
export function createAppender({ chains, inbox, log }: AppenderOptions): Appender {
  let queue: Draft[] = [];
  let flushing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStarted = false;

  async function chain(streetId: string, drafts: readonly Draft[]): Promise<void> {
    await chains.append(streetId, drafts);
    await inbox.remove(drafts.map(({ callId }) => callId));
  }

  async function flushAll(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.slice(0, BATCH);
      const streets = [...byStreet(batch)];
      const done = await Promise.allSettled(streets.map(([streetId, drafts]) => chain(streetId, drafts)));
      const failed = done.find((result) => result.status === 'rejected');
      const chained = new Set(streets.flatMap(([, drafts], n) => (done[n]!.status === 'fulfilled' ? drafts : [])));
      queue = queue.filter((draft) => !chained.has(draft));
      if (failed) throw failed.reason;
    }
  }

  async function flush(): Promise<void> {
    // What was added while another flush ran may have come too late for it.
    while (flushing) await flushing;
    if (queue.length === 0) return;
    flushing = flushAll().finally(() => {
      flushing = null;
    });
    await flushing;
  }

  function plan(ms: number): void {
    if (!isStarted || timer) return;
    timer = setTimeout(() => {
      timer = null;
      flush().catch((err) => {
        log.error({ job: 'audit', waiting: queue.length, err }, 'job failed');
        plan(RETRY_MS);
      });
    }, ms);
  }

  const hurry = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    plan(0);
  };

  return {
    name: 'audit',
    add(draft) {
      queue.push(draft);
      if (queue.length === BATCH) hurry();
      else plan(GATHER_MS);
    },
    flush,
    waiting: () => queue.map(({ callId }) => callId),
    start() {
      isStarted = true;
      if (queue.length) plan(0);
    },
    async stop() {
      isStarted = false;
      if (timer) clearTimeout(timer);
      timer = null;
      // What does not get through lies in the inbox, where the next start finds it.
      await flush().catch((err) => log.error({ job: 'audit', waiting: queue.length, err }, 'job failed'));
    },
    poke: hurry,
    drain: flush,
  };
}
