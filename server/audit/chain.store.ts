import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { headOf, link, type Mac, START } from './chain.ts';
import type { Draft, Entry, Head, Tail } from './entry.ts';

/** A head that was not written is behind its chain, which harms nothing; the next one overtakes it. */
const unhurried = { writeConcern: { w: 1, journal: false } } as const;

/** Looking through a whole chain takes longer than an operation of the server may. */
const LONG_LOOK_MS = 600_000;

/** All ids of a street's chain. */
const placesOf = (streetId: string) => ({ $gte: `${streetId}:`, $lt: `${streetId};` });

/** The chains. Any number of processes append: the number of an entry is taken by whoever inserts it first. */
export function createChainStore(db: Connection, mac: Mac) {
  const entries = db.db!.collection<Entry>('audit');
  const heads = db.db!.collection<Head>('auditHeads');
  /** Where this process left each chain; wrong as soon as another one appends, and then read again. */
  const tails = new Map<string, Tail>();

  async function readTail(streetId: string): Promise<Tail> {
    const last = await entries.findOne(
      { _id: placesOf(streetId) },
      { sort: { _id: -1 }, projection: { seq: 1, hash: 1 } },
    );
    if (last) return last;
    // The head stands before the first entry, so that a chain without a head has been meddled with.
    const first = headOf(streetId, START, mac);
    await heads.updateOne({ _id: streetId }, { $setOnInsert: first }, { upsert: true }).catch((error) => {
      if (!isDuplicate(error)) throw error;
    });
    return START;
  }

  async function withoutChained(streetId: string, drafts: readonly Draft[]): Promise<Draft[]> {
    const ids = drafts.map(({ callId }) => callId);
    const found = await entries
      .find({ streetId, callId: { $in: ids } })
      .project<{ callId: string }>({ callId: 1 })
      .toArray();
    const chained = new Set(found.map(({ callId }) => callId));
    return drafts.filter(({ callId }) => !chained.has(callId));
  }

  async function moveHead(streetId: string, tail: Tail): Promise<void> {
    const head = headOf(streetId, tail, mac);
    await heads.updateOne({ _id: streetId, seq: { $lt: tail.seq } }, { $set: head }, unhurried);
  }

  return {
    /** Appends drafts of one street in their order; those that the chain holds already, by their call's id, are left out. */
    async append(streetId: string, drafts: readonly Draft[]): Promise<void> {
      for (let left = [...drafts]; left.length > 0; ) {
        const tail = tails.get(streetId) ?? (await readTail(streetId));
        const linked = link(tail, left, mac);
        try {
          await entries.insertMany(linked, { ordered: true });
          const { seq, hash } = linked.at(-1)!;
          tails.set(streetId, { seq, hash });
          await moveHead(streetId, { seq, hash });
          return;
        } catch (error) {
          tails.delete(streetId);
          if (!isDuplicate(error)) throw error;
          left = await withoutChained(streetId, left);
        }
      }
    },

    /** A street's chain from its first entry on. */
    walk: (streetId: string): AsyncIterable<Entry> =>
      entries.find({ _id: placesOf(streetId) }, { maxTimeMS: LONG_LOOK_MS }).sort({ _id: 1 }),

    /** An entry that calls itself the street's and lies outside its chain, or null. */
    stray: (streetId: string): Promise<Entry | null> =>
      entries.findOne({ streetId, _id: { $not: placesOf(streetId) } }, { maxTimeMS: LONG_LOOK_MS }),

    head: (streetId: string): Promise<Head | null> => heads.findOne({ _id: streetId }),

    /** Every street that has an entry or a head. */
    async streetIds(): Promise<string[]> {
      const [chained, headed] = await Promise.all([entries.distinct('streetId'), heads.distinct('_id')]);
      return [...new Set([...chained, ...headed])].sort();
    },
  };
}

export type ChainStore = ReturnType<typeof createChainStore>;
