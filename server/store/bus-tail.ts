import { setTimeout as wait } from 'node:timers/promises';
import type { Collection, FindCursor, WithId } from 'mongodb';
import { stopwatch } from '../clock.ts';

export interface Hear<T> {
  heard(message: T): void;
  /** Some messages may have been overwritten before they were read. */
  missed(): void;
  /** Nothing could be read three times running; it goes on trying until stopped. */
  deaf(error: unknown): void;
}

export interface Tail {
  /** Resolves when everything stored from now on will be heard. Never, when stopped before. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** The embedded engine answers an empty read at once: 25 ms between reads costs it about 3 % of a processor. */
const PAUSE_MS = 25;
/** A server that waited this long with an empty answer waits by itself. */
const WAITED_MS = 20;
const AWAIT_MS = 1_000;
/** How many of the newest messages are remembered, to find the place again after a lost cursor. */
const OVERLAP = 1_000;
const FAILURES_TO_DEAF = 3;
const LONGEST_PAUSE_MS = 2_000;

/** The newest ids that were read, oldest first. */
function recents() {
  const ids = new Set<string>();
  return {
    has: (id: string) => ids.has(id),
    isEmpty: () => ids.size === 0,
    add(id: string) {
      ids.add(id);
      if (ids.size > OVERLAP) ids.delete(ids.values().next().value!);
    },
  };
}

const isDead = (cursor: FindCursor): boolean => cursor.closed || (cursor.id?.isZero() ?? false);

/**
 * Follows a capped collection from its present end. A cursor that is lost (the engine was restarted, the reader fell
 * behind) is opened anew from the oldest message; what was read before is dropped by its id.
 */
export function tail<T extends { _id: string }>(
  collection: () => Collection<T>,
  ensure: () => Promise<void>,
  hear: Hear<T>,
): Tail {
  const known = recents();
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Since something was last read. */
  let failures = 0;
  const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  /** Reads until the cursor is lost. Before the first known message everything is old. */
  async function follow(cursor: FindCursor<WithId<T>>): Promise<void> {
    let isAtKnown = false;
    let last: string | undefined;
    while (!signal.aborted) {
      const elapsed = stopwatch();
      const message = (await cursor.tryNext()) as T | null;
      failures = 0;
      if (message) {
        last = message._id;
        if (known.has(last)) isAtKnown = true;
        else if (isAtKnown) {
          known.add(last);
          hear.heard(message);
        }
        continue;
      }
      if (!isAtKnown && last !== undefined) {
        isAtKnown = true;
        known.add(last);
        hear.missed();
      }
      if (isDead(cursor)) return;
      if (elapsed() < WAITED_MS) await pause(PAUSE_MS);
    }
  }

  async function once(): Promise<void> {
    await ensure();
    if (known.isEmpty()) {
      const newest = await collection().findOne({}, { sort: { $natural: -1 } });
      if (newest) known.add(newest._id as string);
    }
    isReady();
    // The time limit of other operations would end this one; a single wait has its own.
    const forEver = { maxTimeMS: undefined as never, maxAwaitTimeMS: AWAIT_MS, tailable: true, awaitData: true };
    const cursor = collection().find({}, { ...forEver, readConcern: { level: 'local' } });
    const close = () => cursor.close().catch(() => undefined);
    signal.addEventListener('abort', close, { once: true });
    try {
      await follow(cursor);
    } finally {
      signal.removeEventListener('abort', close);
      await close();
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await once();
      } catch (error) {
        if (signal.aborted) return;
        if (++failures === FAILURES_TO_DEAF) hear.deaf(error);
      }
      await pause(Math.min(PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }

  const running = run();
  return {
    ready,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
