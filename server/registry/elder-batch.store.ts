import { caredFor } from '@wubian/shared/registry/life.ts';
import { type AnyBulkWriteOperation, BSON, MongoBulkWriteError } from 'mongodb';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { BatchHand, BatchOutcome, BatchUndo, BatchWrite, FilesWanted, UndoOutcome } from './batch-door.ts';
import { elderModel } from './elder.model.ts';
import { changeOf, newDocument, toElder } from './elder.store.ts';
import { changedFields, type StoredElder } from './elder-form.ts';
import { type ElderQuery, filterOf, sortOf, walk } from './elder-query.store.ts';
import { createElderSeal } from './elder-seal.ts';
import type { Scope } from './scope.ts';

type Stored = { _id: string } & Record<string, unknown>;
type Operation = AnyBulkWriteOperation<Stored>;

/** What decides whether anything has happened to a file. */
interface Standing {
  _id: string;
  version: number;
  communityId: string;
  life?: unknown[];
  mergedInto?: string | null;
  undoAsked?: unknown;
  changes: { cause: string | null }[];
}

const standing = { version: 1, communityId: 1, life: 1, mergedInto: 1, undoAsked: 1, 'changes.cause': 1 } as const;
const isOf = (cause: string) => (change: { cause: string | null }) => change.cause === cause;
const withoutHistory = { changes: 0, life: 0 } as const;
const chunk = 500;
const duplicate = 11_000;
/** Hundreds of files with all their indexes may wait for a busy journal longer than one write of a person may. */
const longestWriteMs = 60_000;

const namesOf = (twins: readonly { name: string }[]): string[] => [...new Set(twins.map(({ name }) => name))];

/** The numbers of the operations that a unique index refused; any other fault is thrown. */
function refusedBy(error: unknown): Set<number> {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const faults = [error.writeErrors].flat();
  if (faults.length === 0 || faults.some(({ code }) => code !== duplicate)) throw error;
  return new Set(faults.map(({ index }) => index));
}

/** Elders' files in hundreds, for sheets: one lookup and one write for each chunk of rows. */
export function createElderBatchStore(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);
  /** What the schema fills in where a writer says nothing. */
  const { _id: _, ...defaults } = new Model({ _id: 'x' }).toObject() as Record<string, unknown>;

  const collection = () => Model.collection as unknown as import('mongodb').Collection<Stored>;
  const opened = (found: unknown): StoredElder => toElder(seal, found as never);

  async function standings(streetId: string, ids: readonly string[]): Promise<Map<string, Standing>> {
    const found = await collection()
      .find({ _id: { $in: [...ids] }, streetId }, { projection: standing })
      .toArray();
    return new Map(found.map((one) => [one._id, one as unknown as Standing]));
  }

  async function run(operations: Operation[]): Promise<Set<number>> {
    if (operations.length === 0) return new Set();
    try {
      await collection().bulkWrite(operations, { ordered: false, maxTimeMS: longestWriteMs });
      return new Set();
    } catch (error) {
      return refusedBy(error);
    }
  }

  return {
    idKey: (streetId: string, number: string) => seal.idKey(streetId, number)!,

    async find(streetId: string, { ids = [], idNumbers = [], fileNumbers = [], twins = [] }: FilesWanted) {
      const dated = twins.filter(({ birthDate }) => birthDate !== null);
      const undated = twins.filter(({ birthDate }) => birthDate === null);
      const days = [...new Set(dated.map(({ birthDate }) => birthDate)), null];
      const one = (filter: Record<string, unknown>, all: readonly unknown[]) => (all.length ? [filter] : []);
      // Each on its own index: an $or of them makes the engine plan all of them anew for every chunk.
      const either = [
        ...one({ _id: { $in: [...ids] } }, ids),
        ...one({ idKey: { $in: idNumbers.map((number) => seal.idKey(streetId, number)) } }, idNumbers),
        ...one({ fileNumber: { $in: [...fileNumbers] } }, fileNumbers),
        ...one({ name: { $in: namesOf(dated) }, birthDate: { $in: days } }, dated),
        ...one({ name: { $in: namesOf(undated) } }, undated),
      ];
      const found = await Promise.all(
        either.map((filter) =>
          Model.find({ streetId, ...filter, status: { $nin: ['merged', 'erased'] } }, withoutHistory).lean(),
        ),
      );
      const all = new Map(found.flat().map((file) => [file._id as string, file]));
      return [...all.values()].map(opened);
    },

    async images(streetId: string, ids: readonly string[]): Promise<Map<string, { version: number; bytes: Buffer }>> {
      const found = (await collection()
        .find({ _id: { $in: [...ids] }, streetId }, { raw: true })
        .toArray()) as unknown as Buffer[];
      return new Map(
        found.map((bytes) => {
          const { _id, version } = BSON.deserialize(bytes) as { _id: string; version: number };
          return [_id, { version, bytes: Buffer.from(bytes) }];
        }),
      );
    },

    /**
     * Writes each file over the version that was seen. What this cause has written before is known by the file's history
     * and counts as written, so a batch that broke off anywhere is simply written again.
     */
    async write(hand: BatchHand, writes: readonly BatchWrite[]): Promise<Map<string, BatchOutcome>> {
      const { streetId, by, at, why, cause } = hand;
      const ids = writes.map(({ id }) => id);
      const there = await standings(streetId, ids);
      const isDone = (id: string) => there.get(id)?.changes.some(isOf(cause)) ?? false;
      const left = writes.filter(({ id }) => !isDone(id));
      const changing = left.filter(({ id, from }) => from > 0 && there.get(id)?.version === from);
      const read = await Model.find({ _id: { $in: changing.map(({ id }) => id) }, streetId }, withoutHistory).lean();
      const before = new Map(read.map((one) => [one._id as string, opened(one)]));
      const operations: Operation[] = [];
      const ofOperation: string[] = [];
      for (const { id, from, to, facts } of left) {
        const write = { from, to, by, at, why, source: 'import' as const, cause };
        const old = before.get(id);
        if (from === 0 && !there.has(id)) {
          const fields = Object.keys(facts) as (keyof typeof facts)[];
          const document = { ...defaults, ...newDocument(seal, streetId, id, facts, { ...write, fields }) };
          operations.push({ insertOne: { document } });
          ofOperation.push(id);
        } else if (old?.version === from) {
          const update = changeOf(seal, old, facts, { ...write, fields: changedFields(old.facts, facts) });
          operations.push({ updateOne: { filter: { _id: id, streetId, version: from }, update: update as never } });
          ofOperation.push(id);
        }
      }
      const refused = new Set([...(await run(operations))].map((index) => ofOperation[index]!));
      const now = await standings(streetId, ids);
      return new Map(
        ids.map((id) => {
          if (now.get(id)?.changes.some(isOf(cause))) return [id, 'written'];
          return [id, refused.has(id) ? 'idNumber' : 'moved'];
        }),
      );
    },

    /**
     * Puts files back. A file is left when it is another version than the batch made it, when its life has moved on, when
     * it was merged, or when something points at it. A repeat finds what it has put back already.
     */
    async takeBack(
      streetId: string,
      cause: string,
      files: readonly BatchUndo[],
      referredTo: ReadonlySet<string>,
    ): Promise<Map<string, UndoOutcome>> {
      const ids = files.map(({ id }) => id);
      const there = await standings(streetId, ids);
      const operations: Operation[] = [];
      for (const { id, to, image } of files) {
        const now = there.get(id);
        if (!now || now.version !== to) continue;
        const old = image && (BSON.deserialize(image, { promoteValues: false }) as Stored);
        const lived = (old?.life as unknown[] | undefined)?.length ?? 0;
        if ((now.life?.length ?? 0) !== lived || now.mergedInto || now.undoAsked) continue;
        if (!old && referredTo.has(id)) continue;
        // The conditions again in the write: what happens between this look and it must not be lost.
        const asSeen = { _id: id, streetId, version: to, mergedInto: null, undoAsked: null };
        const filter = { ...asSeen, ...(lived ? { life: { $size: lived } } : { 'life.0': { $exists: false } }) };
        if (old) operations.push({ replaceOne: { filter, replacement: old } });
        else operations.push({ deleteOne: { filter } });
      }
      await run(operations);
      const after = await standings(streetId, ids);
      return new Map(
        files.map(({ id, image }) => {
          const now = after.get(id);
          const isBack = image ? now !== undefined && !now.changes.some(isOf(cause)) : now === undefined;
          return [id, isBack ? 'undone' : 'later'];
        }),
      );
    },

    /** Communities of files now, by id. */
    async communitiesOf(streetId: string, ids: readonly string[]): Promise<Map<string, string>> {
      const found = await standings(streetId, ids);
      return new Map([...found].map(([id, { communityId }]) => [id, communityId]));
    },

    async *ofCommunities(streetId: string, communityIds: readonly string[]): AsyncGenerator<StoredElder[]> {
      const filter = { streetId, communityId: { $in: [...communityIds] }, status: { $in: [...caredFor] } };
      for (let after = ''; ; ) {
        const found = await Model.find({ ...filter, _id: { $gt: after } }, withoutHistory)
          .sort({ _id: 1 })
          .limit(chunk)
          .lean();
        if (found.length) yield found.map(opened);
        if (found.length < chunk) return;
        after = found.at(-1)!._id as string;
      }
    },

    /** What the list shows, page after page by its place, so that no cursor stands open while a file is written. */
    async *list(scope: Scope, query: Omit<ElderQuery, 'limit' | 'after'>): AsyncGenerator<StoredElder[]> {
      let after: ElderQuery['after'];
      for (;;) {
        const asked = { ...query, limit: chunk, after };
        const { sort, ranges } = sortOf(asked);
        const narrow = filterOf(seal, scope, asked);
        const read = (range: Record<string, unknown>, limit: number) =>
          Model.find({ $and: [...narrow, range] }, withoutHistory)
            .sort(sort)
            .limit(limit)
            .lean();
        const found = await walk(ranges, chunk, (range, limit) => read(range, limit).exec());
        if (found.length) yield found.map(opened);
        if (found.length < chunk) return;
        const last = found.at(-1)!;
        const keys = { name: last.nameKey, oldest: last.birthDate ?? '', stale: last.updatedAt.toISOString() };
        after = { id: last._id as string, key: keys[query.sort] };
      }
    },
  };
}

export type ElderBatchStore = ReturnType<typeof createElderBatchStore>;
