import type { Cell } from '@wubian/shared/exchange/cell.ts';
import type { SheetColumnKey } from '@wubian/shared/exchange/columns.ts';
import {
  type RowState,
  rowStateNames,
  type TwinDecision,
  type Verdict,
  verdictNames,
} from '@wubian/shared/exchange/imports-contract.ts';
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { Connection } from 'mongoose';
import type { FactsOfElder } from '../registry/door.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { batchModels } from './batch.model.ts';
import type { Counts, States } from './batch.store.ts';
import type { CellFault } from './row-cells.ts';

/** What is sealed of a row. */
export interface RowContent {
  name: string;
  faults: CellFault[];
  /** What the file becomes; null when the row writes nothing. */
  facts: FactsOfElder | null;
  /** The changed fields as they stand in the file. */
  before: Partial<FactsOfElder> | null;
  /** Of a possible duplicate: the row itself, to be read again when the clerk has decided. */
  cells: [SheetColumnKey, Cell][] | null;
  /** Of a possible duplicate: the file that it may be, and how many there are. */
  twin: { elderId: string; several: number } | null;
}

export interface StoredRow {
  id: string;
  streetId: string;
  batchId: string;
  /** Null for a file that the sheet does not name. */
  row: number | null;
  verdict: Verdict;
  state: RowState;
  decision: TwinDecision | null;
  elderId: string | null;
  /** The version of the file that the check has seen; 0 for a new one. */
  from: number;
  keys: string[];
  communityId: string | null;
  note: string;
  content: RowContent;
}

/** A row that an undo looks at. */
export interface WrittenRow {
  id: string;
  elderId: string;
  from: number;
  image: Buffer | null;
}

type Raw = { _id: string } & Record<string, unknown>;

/** The id of a row; ids of one batch lie in the order of the rows, files that the sheet does not name behind them. */
export const rowId = (batchId: string, row: number): string => `${batchId}:${String(row).padStart(8, '0')}`;
export const missingId = (batchId: string, elderId: string): string => `${batchId}:m${elderId}`;
const ofBatch = (batchId: string, after = '') => ({ $gt: after || `${batchId}:`, $lt: `${batchId};` });
const deleteAtOnce = 5_000;
/** Writes of hundreds of rows by the worker, which nobody waits for, may take longer than those of a person. */
const inBulk = { ordered: false, maxTimeMS: 60_000 } as const;

export function createRowStore(db: Connection, cipher: FieldCipher) {
  const { RowModel } = batchModels(db);
  // The driver itself: rows come in thousands, and mongoose would cast each.
  const rows = () => RowModel.collection as unknown as Collection<Raw>;
  const place = (id: string) => ({ collection: 'importRows', field: 'sealed', id });
  const seal = (id: string, content: RowContent) => cipher.sealBytes(Buffer.from(JSON.stringify(content)), place(id));
  const bytes = (value: unknown): Buffer => Buffer.from((value as { buffer: Uint8Array }).buffer);

  const toDocument = ({ id, content, ...row }: StoredRow): Raw => ({
    _id: id,
    ...row,
    sealed: seal(id, content),
    image: null,
  });
  const toRow = ({ _id, sealed, image: _image, ...row }: Raw): StoredRow => ({
    ...(row as unknown as Omit<StoredRow, 'id' | 'content'>),
    id: _id,
    content: JSON.parse(cipher.openBytes(bytes(sealed), place(_id)).toString()),
  });
  const withoutImage = { projection: { image: 0 } };

  return {
    /** Stores rows under their ids, whatever an earlier try has left there. */
    async put(all: readonly StoredRow[]): Promise<void> {
      if (all.length === 0) return;
      const operations = all.map((row): AnyBulkWriteOperation<Raw> => {
        const { _id, ...replacement } = toDocument(row);
        return { replaceOne: { filter: { _id }, replacement, upsert: true } };
      });
      await rows().bulkWrite(operations, inBulk);
    },

    /** As `put` for ids that are known to be free: much cheaper. */
    async add(all: readonly StoredRow[]): Promise<void> {
      if (all.length) await rows().insertMany(all.map(toDocument), inBulk);
    },

    /** The first row of the batch for each of these keys. */
    async firstWith(streetId: string, batchId: string, keys: readonly string[]): Promise<Map<string, number>> {
      const found = await rows()
        .find({ streetId, batchId, keys: { $in: [...keys] } }, { projection: { _id: 0, row: 1, keys: 1 } })
        .toArray();
      const first = new Map<string, number>();
      for (const { row, keys: own } of found as unknown as { row: number; keys: string[] }[])
        for (const key of own) if (row < (first.get(key) ?? Number.POSITIVE_INFINITY)) first.set(key, row);
      return first;
    },

    async byRows(batchId: string, numbers: readonly number[]): Promise<StoredRow[]> {
      const ids = numbers.map((row) => rowId(batchId, row));
      return (
        await rows()
          .find({ _id: { $in: ids } }, withoutImage)
          .toArray()
      ).map(toRow);
    },

    async page(
      { streetId, id: batchId }: { streetId: string; id: string },
      {
        verdict,
        state,
        after,
        limit,
      }: { verdict?: Verdict | undefined; state?: RowState | undefined; after: string; limit: number },
    ): Promise<StoredRow[]> {
      const narrow =
        verdict || state ? { streetId, batchId, ...(verdict && { verdict }), ...(state && { state }) } : {};
      const found = await rows()
        .find({ ...narrow, _id: ofBatch(batchId, after) }, withoutImage)
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(toRow);
    },

    /** Rows that are to be written, in their order. */
    async toWrite({ streetId, id: batchId }: { streetId: string; id: string }, after: string, limit: number) {
      const wanted = [
        { verdict: { $in: ['new', 'changed'] } },
        { verdict: 'twin', decision: { $in: ['new', 'same'] } },
      ];
      const found = await rows()
        .find({ streetId, batchId, state: 'waiting', _id: ofBatch(batchId, after), $or: wanted }, withoutImage)
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(toRow);
    },

    /** Rows that were written, in their order; not opened. */
    async written({ streetId, id: batchId }: { streetId: string; id: string }, after: string, limit: number) {
      const found = await rows()
        .find({ streetId, batchId, state: 'written', _id: ofBatch(batchId, after) })
        .project({ elderId: 1, from: 1, image: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(
        ({ _id, elderId, from, image }): WrittenRow => ({ id: _id, elderId, from, image: image ? bytes(image) : null }),
      );
    },

    /** Keeps the files as they stand, before anything is written over them. */
    async keepImages(images: ReadonlyMap<string, Buffer>): Promise<void> {
      if (images.size === 0) return;
      await rows().bulkWrite(
        [...images].map(([_id, image]) => ({ updateOne: { filter: { _id }, update: { $set: { image } } } })),
        inBulk,
      );
    },

    async setStates(states: ReadonlyMap<string, { state: RowState; note: string }>): Promise<void> {
      if (states.size === 0) return;
      const groups = Map.groupBy(states, ([, { state, note }]) => `${state}\n${note}`);
      for (const group of groups.values()) {
        const { state, note } = group[0]![1];
        await rows().updateMany(
          { _id: { $in: group.map(([id]) => id) } },
          { $set: { state, note } },
          { maxTimeMS: inBulk.maxTimeMS },
        );
      }
    },

    async countBy(streetId: string, batchId: string): Promise<{ counts: Counts; states: States; undecided: number }> {
      const found = await rows()
        .aggregate<{ _id: { verdict: Verdict; state: RowState; open: boolean }; n: number }>(
          [
            { $match: { streetId, batchId } },
            {
              $group: {
                _id: { verdict: '$verdict', state: '$state', open: { $eq: ['$decision', null] } },
                n: { $sum: 1 },
              },
            },
          ],
          { maxTimeMS: 60_000 },
        )
        .toArray();
      const sum = (is: (one: (typeof found)[number]['_id']) => boolean) =>
        found.reduce((all, { _id, n }) => all + (is(_id) ? n : 0), 0);
      return {
        counts: Object.fromEntries(
          verdictNames.map((name) => [name, sum(({ verdict }) => verdict === name)]),
        ) as Counts,
        states: Object.fromEntries(
          rowStateNames.map((name) => [
            name,
            sum(
              ({ state, verdict }) =>
                state === name && (name !== 'waiting' || verdict === 'new' || verdict === 'changed'),
            ),
          ]),
        ) as States,
        undecided: sum(({ verdict, open }) => verdict === 'twin' && open),
      };
    },

    /** The communities that the sheet's rows are about. */
    communities: (streetId: string, batchId: string): Promise<string[]> =>
      RowModel.distinct('communityId', { streetId, batchId, communityId: { $ne: null } }) as unknown as Promise<
        string[]
      >,

    /** Deletes every row of a batch, some thousands at a time. */
    async drop(batchId: string): Promise<void> {
      for (;;) {
        const found = await rows()
          .find({ _id: ofBatch(batchId) }, { projection: { _id: 1 } })
          .sort({ _id: 1 })
          .limit(deleteAtOnce)
          .toArray();
        if (found.length === 0) return;
        await rows().deleteMany(
          { _id: { $gte: found[0]!._id, $lte: found.at(-1)!._id } },
          { maxTimeMS: inBulk.maxTimeMS },
        );
      }
    },
  };
}

export type RowStore = ReturnType<typeof createRowStore>;
