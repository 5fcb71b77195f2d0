import type { ChainStore } from './chain.store.ts';
import type { Mac } from './chain.ts';
import type { Tail } from './entry.ts';
import type { Inbox } from './inbox.store.ts';
import { type ChainReport, verifyChain } from './verify-chain.ts';
import { faultWords } from './words.ts';

/** A place that an earlier verification printed. */
export interface SeenEnd extends Tail {
  streetId: string;
}

export interface Verifier {
  /** One report for each chain that is there or was seen before, one after the other. */
  verify(seen: readonly SeenEnd[]): AsyncIterable<ChainReport>;
  /** How many calls have begun and are not in a chain yet. */
  waiting(): Promise<number>;
}

/** Reads the chains as they lie in the database and tells what was done to them. */
export function createVerifier(chains: ChainStore, inbox: Pick<Inbox, 'count'>, mac: Mac): Verifier {
  async function verifyOne(streetId: string, seen: readonly SeenEnd[]): Promise<ChainReport> {
    // The head first: a chain that grows meanwhile is only longer than its head says.
    const head = await chains.head(streetId);
    const entries = chains.walk(streetId);
    const mine = seen.filter((end) => end.streetId === streetId);
    const report = await verifyChain({ streetId, entries, head, seen: mine }, mac);
    const stray = report.fault ? null : await chains.stray(streetId);
    return stray ? { ...report, fault: { seq: stray.seq, words: faultWords.stray } } : report;
  }

  return {
    async *verify(seen) {
      const ids = new Set([...(await chains.streetIds()), ...seen.map(({ streetId }) => streetId)]);
      for (const streetId of [...ids].sort()) yield verifyOne(streetId, seen);
    },
    waiting: () => inbox.count(),
  };
}
