import type { Connection } from 'mongoose';
import type { Logger } from '../log.ts';
import type { Draft } from './entry.ts';

/** A draft as it lies in the inbox. */
interface Begun extends Omit<Draft, 'callId'> {
  _id: string;
}

interface Waiting {
  draft: Draft;
  written: () => void;
  failed: (error: unknown) => void;
}

/** Writes on their way at once: one that is being flushed, and one that gathers meanwhile. */
const FLIGHTS = 2;
const unhurried = { writeConcern: { w: 1, journal: false } } as const;

const toBegun = ({ callId, ...draft }: Draft): Begun => ({ _id: callId, ...draft });
const toDraft = ({ _id, ...begun }: Begun): Draft => ({ callId: _id, ...begun });

/**
 * What has begun and is not chained yet. Calls that come while a write is under way share the next one, so that a
 * busy server flushes its journal once for many.
 */
export function createInbox(db: Connection, log: Logger) {
  const inbox = db.db!.collection<Begun>('auditInbox');
  let waiting: Waiting[] = [];
  let flights = 0;

  async function fly(): Promise<void> {
    if (flights === FLIGHTS || waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    flights++;
    try {
      await inbox.insertMany(
        batch.map(({ draft }) => toBegun(draft)),
        { ordered: false },
      );
      for (const { written } of batch) written();
    } catch (error) {
      log.error({ err: error, entries: batch.length }, 'audit not written');
      for (const { failed } of batch) failed(error);
    } finally {
      flights--;
      void fly();
    }
  }

  return {
    /** Resolves when the draft outlives a crash. */
    write: (draft: Draft): Promise<void> =>
      new Promise((written, failed) => {
        waiting.push({ draft, written, failed });
        void fly();
      }),

    /** Forgets what is chained. A removal lost in a crash is made again, so it does not wait for the journal. */
    async remove(callIds: readonly string[]): Promise<void> {
      await inbox.deleteMany({ _id: { $in: [...callIds] } }, unhurried);
    },

    /** What has begun before `before` and was never chained, the oldest first; without those of `running`. */
    async leftovers(before: Date, running: readonly string[], limit: number): Promise<Draft[]> {
      const found = await inbox
        .find({ at: { $lt: before }, _id: { $nin: [...running] } })
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(toDraft);
    },

    count: (): Promise<number> => inbox.estimatedDocumentCount(),
  };
}

export type Inbox = ReturnType<typeof createInbox>;
