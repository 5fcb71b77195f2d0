import { entryId, hashOf, isSigned, type Mac, START } from './chain.ts';
import type { Entry, Head, Tail } from './entry.ts';
import { faultWords } from './words.ts';

/** What is wrong in a chain, and at which number it begins. */
export interface Fault {
  seq: number;
  words: string;
}

export interface ChainReport {
  streetId: string;
  /** Entries that are there and whole up to the fault, or all of them. */
  count: number;
  /** The first fault; null when the chain is whole. */
  fault: Fault | null;
  /** Where the chain ends: kept elsewhere, it proves later that nothing was taken back. */
  end: Tail;
}

export interface ChainToVerify {
  streetId: string;
  entries: AsyncIterable<Entry>;
  head: Head | null;
  /** Places that an earlier verification has seen in this chain. */
  seen: readonly Tail[];
}

/** What is wrong with one entry that should stand after `last`, or null. */
function faultOf(entry: Entry, last: Tail, streetId: string, mac: Mac): string | null {
  const expected = last.seq + 1;
  const isChanged = hashOf(entry, mac) !== entry.hash;
  const stands = entry._id === entryId(streetId, expected);
  if (!stands) return isChanged ? faultWords.misplaced : faultWords.missing;
  if (isChanged || entry.seq !== expected || entry.streetId !== streetId) return faultWords.changed;
  return entry.prev === last.hash ? null : faultWords.broken;
}

/**
 * Walks a chain once, in constant memory, and finds its first fault: an entry changed, removed, put in or moved, or
 * entries cut off the end.
 */
export async function verifyChain({ streetId, entries, head, seen }: ChainToVerify, mac: Mac): Promise<ChainReport> {
  let last: Tail = START;
  const report = (words: string | null, seq = last.seq + 1): ChainReport => ({
    ...{ streetId, count: last.seq, end: last },
    fault: words === null ? null : { seq, words },
  });
  const known = new Map(seen.map(({ seq, hash }) => [seq, hash]));
  if (head && !isSigned(head, mac)) return report(faultWords.headForged, head.seq);
  for await (const entry of entries) {
    const wrong = faultOf(entry, last, streetId, mac);
    if (wrong) return report(wrong);
    last = { seq: entry.seq, hash: entry.hash };
    if (head?.seq === last.seq && head.hash !== last.hash) return report(faultWords.notHead, last.seq);
    if ((known.get(last.seq) ?? last.hash) !== last.hash) return report(faultWords.notSeen, last.seq);
  }
  if (!head && last.seq > 0) return report(faultWords.headGone, last.seq);
  if (head && head.seq > last.seq) return report(faultWords.cutOff);
  return report([...known.keys()].some((seq) => seq > last.seq) ? faultWords.takenBack : null);
}
