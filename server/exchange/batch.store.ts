import type { SheetColumnKey } from '@wubian/shared/exchange/columns.ts';
import type { BatchState, RowState, Verdict } from '@wubian/shared/exchange/imports-contract.ts';
import type { Connection, UpdateQuery } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { batchModels } from './batch.model.ts';

export type Counts = Record<Verdict, number>;
export type States = Record<RowState, number>;

export interface StoredBatch {
  id: string;
  streetId: string;
  communityIds: string[] | null;
  fileId: string;
  fileName: string;
  source: string;
  by: string;
  at: Date;
  state: BatchState;
  words: string;
  sheetName: string;
  sheetNames: string[];
  headerRow: number;
  dataFrom: number;
  titles: string[];
  columns: (SheetColumnKey | null)[];
  sure: boolean[];
  remembered: boolean;
  communityId: string | null;
  missingIn: string[] | null;
  salt: number;
  place: string;
  rows: number;
  total: number | null;
  counts: Counts | null;
  states: States | null;
  undecided: number;
  appliedAt: Date | null;
  appliedBy: string | null;
  undoUntil: Date | null;
  rowsUntil: Date | null;
  token: string | null;
}

/**
 * The version that a batch writes over `from`. It lies far beyond what edits count up to, at a random distance: an undo
 * goes back to the old number, and a screen that was opened in between can then never match a later version by chance.
 */
export const versionOf = ({ salt }: Pick<StoredBatch, 'salt'>, from: number): number => from + 1 + salt;

/** A batch that a worker holds: every write of it is bound to the token. */
export type Held = StoredBatch & { token: string };

const isDueBy = (now: Date) => ({ $gt: new Date(0), $lte: now });
// Arrays of texts hold no null; '' is a column that is left out.
const packed = (columns: readonly (SheetColumnKey | null)[]): string[] => columns.map((key) => key ?? '');
const unpacked = (columns: readonly string[]) => columns.map((key) => (key === '' ? null : (key as SheetColumnKey)));

/** How often a step is begun anew before it is given up. */
export const mostTries = 5;

export function createBatchStore(db: Connection) {
  const { BatchModel: Model, MappingModel } = batchModels(db);
  const toBatch = (found: Record<string, unknown> | null): StoredBatch | null => {
    if (!found) return null;
    const { _id, columns, tries: _tries, dueAt: _due, ...batch } = found;
    return { ...batch, id: _id, columns: unpacked(columns as string[]) } as unknown as StoredBatch;
  };
  const byId = async (streetId: string, id: string): Promise<StoredBatch | null> =>
    toBatch(await Model.findOne({ _id: id, streetId }).lean());
  const forMongo = ({ columns, ...changes }: Partial<StoredBatch>): Record<string, unknown> => ({
    ...changes,
    ...(columns && { columns: packed(columns) }),
  });

  return {
    byId,

    /** False when the id is taken. */
    async add({ id, ...batch }: StoredBatch): Promise<boolean> {
      try {
        await Model.create({ _id: id, ...forMongo(batch) });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /** Newest first, from behind `after` on. */
    async list(streetId: string, after: Pick<StoredBatch, 'id' | 'at'> | null, limit: number): Promise<StoredBatch[]> {
      const behind = after && { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] };
      const found = await Model.find({ streetId, ...behind })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean();
      return found.map((one) => toBatch(one)!);
    },

    /** Moves a batch on if it is still in one of these states; null when it is not. With `due` a worker takes it then. */
    async move(
      { streetId, id }: Pick<StoredBatch, 'streetId' | 'id'>,
      from: readonly BatchState[],
      changes: Partial<Omit<StoredBatch, 'id'>>,
      due: Date | null = null,
    ): Promise<StoredBatch | null> {
      const update: UpdateQuery<unknown> = {
        $set: { ...forMongo(changes), dueAt: due, token: null, tries: 0 },
      };
      const found = await Model.findOneAndUpdate({ _id: id, streetId, state: { $in: [...from] } }, update, {
        returnDocument: 'after',
      }).lean();
      return toBatch(found);
    },

    /** For the worker: the next batch with work to do, leased. */
    async take(now: Date, leaseUntil: Date, token: string): Promise<Held | null> {
      const found = await Model.findOneAndUpdate(
        { dueAt: isDueBy(now) },
        { $set: { dueAt: leaseUntil, token }, $inc: { tries: 1 } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      ).lean();
      if (!found) return null;
      return { ...(toBatch(found) as Held), ...(found.tries > mostTries && { words: 'tired' }) };
    },

    /** Writes down how far it has come and keeps the lease; false when another worker holds it now. */
    async renew({ id, token }: Held, progress: { place: string; rows: number }, leaseUntil: Date): Promise<boolean> {
      const { matchedCount } = await Model.updateOne(
        { _id: id, token },
        { $set: { ...progress, dueAt: leaseUntil, tries: 1 } },
      );
      return matchedCount === 1;
    },

    /** Ends a step. */
    async end({ id, token }: Held, changes: Partial<Omit<StoredBatch, 'id'>>): Promise<void> {
      await Model.updateOne({ _id: id, token }, { $set: { ...forMongo(changes), dueAt: null, token: null } });
    },

    async setUndecided(streetId: string, id: string, undecided: number): Promise<void> {
      await Model.updateOne({ _id: id, streetId }, { $set: { undecided } });
    },

    /** Batches whose rows have been kept long enough. */
    async old(now: Date): Promise<StoredBatch[]> {
      const found = await Model.find({ rowsUntil: isDueBy(now), dueAt: null })
        .limit(10)
        .lean();
      return found.map((one) => toBatch(one)!);
    },
    async forgotten({ id }: StoredBatch): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { rowsUntil: null, undoUntil: null } });
    },

    /** The mapping saved last for this header: by this source, else by any. */
    async mapping(streetId: string, source: string, print: string): Promise<(SheetColumnKey | null)[] | null> {
      const found = await MappingModel.find({ streetId, print }).sort({ at: -1 }).limit(50).lean();
      const best = found.find((one) => one.source === source) ?? found[0];
      return best ? unpacked(best.columns) : null;
    },

    async saveMapping(
      streetId: string,
      {
        source,
        print,
        columns,
        by,
        at,
      }: { source: string; print: string; columns: (SheetColumnKey | null)[]; by: string; at: Date },
      id: string,
    ): Promise<void> {
      const saved = { streetId, source, print, columns: packed(columns), by, at };
      await MappingModel.updateOne({ _id: id }, { $set: saved }, { upsert: true });
    },
  };
}

export type BatchStore = ReturnType<typeof createBatchStore>;
