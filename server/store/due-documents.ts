import type { Collection, Sort } from 'mongodb';

/** A document whose history is its outbox and whose deadline is a field: what the two workers of a room take. */
export interface DueDocument {
  _id: string;
  /** Length of the history, and how much of it has had its effects. */
  seq: number;
  handledSeq: number;
  /** When the outbox and the clock should look at it; null when there is nothing. */
  outboxDue: Date | null;
  nextDue: Date | null;
  /** Who of the two workers holds it: every write of a run is fenced by its token. */
  outboxToken: string | null;
  clockToken: string | null;
}

/** Due fields hold a date or null; the partial indexes know a date by its coming after this one. */
const isDueBy = (now: Date) => ({ $gt: new Date(0), $lte: now });

/**
 * A lease and its end need not survive a crash: what was lost is taken again, and its run makes the same effects under
 * the same ids. So they do not wait for the journal, which every effect itself does.
 */
const unhurried = { writeConcern: { w: 1, journal: false } } as const;

/**
 * What the outbox and the clock of a room take: a lease is the due date moved forward under a token. `open` unseals what
 * was taken; `first` orders before the due date and must lead the partial indexes, too.
 */
export function dueDocuments<T extends DueDocument>(
  collection: Collection<T>,
  open: (found: T) => T,
  first: Record<string, 1> = {},
) {
  const raw = collection as unknown as Collection<DueDocument>;
  const take =
    (field: 'outboxDue' | 'nextDue', tokenField: 'outboxToken' | 'clockToken') =>
    async (now: Date, leaseUntil: Date, token: string): Promise<T | null> => {
      const sort: Sort = { ...first, [field]: 1 };
      const found = await raw.findOneAndUpdate(
        { [field]: isDueBy(now) },
        { $set: { [field]: leaseUntil, [tokenField]: token } },
        { sort, returnDocument: 'after', ...unhurried },
      );
      return found && open(found as unknown as T);
    };

  return {
    takeForOutbox: take('outboxDue', 'outboxToken'),
    takeForClock: take('nextDue', 'clockToken'),

    /** The entries up to the read length have had their effects. Newer ones stay due. */
    async handled({ _id, seq, outboxToken }: T): Promise<void> {
      const { modifiedCount } = await raw.updateOne(
        { _id, outboxToken, seq },
        { $set: { handledSeq: seq, outboxDue: null, outboxToken: null } },
        unhurried,
      );
      if (modifiedCount === 0) await raw.updateOne({ _id, outboxToken }, { $max: { handledSeq: seq } });
    },

    /** Nothing is due after all: look again at `next`. Does nothing if it has moved since it was read. */
    async lookAgain({ _id, seq, clockToken }: T, next: Date | null): Promise<void> {
      await raw.updateOne({ _id, clockToken, seq }, { $set: { nextDue: next } });
    },
  };
}
