import { BSON, type Collection } from 'mongodb';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { elderModel } from './elder.model.ts';
import { toElder } from './elder.store.ts';
import type { StoredElder } from './elder-form.ts';
import { createElderSeal } from './elder-seal.ts';

type Stored = { _id: string } & Record<string, unknown>;
interface Which {
  streetId: string;
  winnerId: string;
  loserId: string;
  mergeId: string;
}

/** What a merge does to files beside changing facts: hold, close, put back. Each write is safe to repeat. */
export function createMergeFiles(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);
  const raw = () => Model.collection as unknown as Collection<Stored>;

  return {
    /** Keeps a file from other merges and from edits; at `version` only, unless it is held by this merge already. */
    async hold(streetId: string, id: string, mergeId: string, version?: number): Promise<boolean> {
      const free = { merging: null, ...(version !== undefined && { version }) };
      const held = await raw().updateOne(
        { _id: id, streetId, status: { $ne: 'merged' }, $or: [free, { merging: mergeId }] },
        { $set: { merging: mergeId } },
      );
      return held.matchedCount === 1;
    },

    async release(streetId: string, id: string, mergeId: string): Promise<void> {
      await raw().updateOne({ _id: id, streetId, merging: mergeId }, { $unset: { merging: 1 } });
    },

    /** Closes the loser over the version that was seen; true also when this merge has closed it before. */
    async close(
      { streetId, winnerId, loserId, mergeId }: Which,
      loser: StoredElder,
      hand: { by: string; at: Date; why: string },
    ) {
      const version = loser.version + 1;
      const print = seal.print(loser.facts);
      const entry = { version, ...hand, fields: [], source: 'merge', cause: mergeId, before: null, print };
      const closed = await raw().updateOne(
        { _id: loserId, streetId, version: loser.version, status: { $ne: 'merged' }, merging: null },
        {
          $set: {
            ...{ status: 'merged', mergedInto: winnerId, idKey: null, keys: ['status:merged'] },
            ...{ undoAsked: null, version, updatedAt: hand.at },
          },
          $push: { changes: entry } as never,
        },
      );
      if (closed.matchedCount === 1) return true;
      const done = { _id: loserId, streetId, mergedInto: winnerId, 'changes.cause': mergeId };
      return (await raw().findOne(done, { projection: { _id: 1 } })) !== null;
    },

    /** A file as an image of it has it, opened. */
    opened: (image: Buffer): StoredElder => toElder(seal, BSON.deserialize(image) as never),

    /** Puts the winner back byte for byte if nothing but the merge has been written since. */
    async restoreWinner({ streetId, winnerId, mergeId }: Which, image: Buffer): Promise<boolean> {
      const found = await raw().findOne({ _id: winnerId, streetId }, { projection: { version: 1, changes: 1 } });
      const changes = (found?.changes ?? []) as { version: number; cause: string | null }[];
      const merged = changes.find(({ cause }) => cause === mergeId);
      // Without the merge's entry it has been put back before.
      if (!merged) return true;
      if (merged.version !== found!.version) return false;
      const old = BSON.deserialize(image, { promoteValues: false }) as Stored;
      const put = await raw().replaceOne({ _id: winnerId, streetId, version: merged.version, merging: mergeId }, old);
      return put.matchedCount === 1;
    },

    /** Puts the loser back byte for byte; nobody could write it meanwhile. */
    async restoreLoser({ streetId, winnerId, loserId }: Which, image: Buffer): Promise<void> {
      const old = BSON.deserialize(image, { promoteValues: false }) as Stored;
      await raw().replaceOne({ _id: loserId, streetId, status: 'merged', mergedInto: winnerId }, old);
    },

    /** The entries of a file's history that a cause has written: version and fields. */
    async entryOf(streetId: string, id: string, cause: string): Promise<{ version: number; fields: string[] } | null> {
      const found = await raw().findOne({ _id: id, streetId, 'changes.cause': cause }, { projection: { changes: 1 } });
      const changes = (found?.changes ?? []) as { version: number; fields: string[]; cause: string | null }[];
      return changes.find((change) => change.cause === cause) ?? null;
    },

    /** Where a number is registered now: the file's id, or null. */
    async holderOf(streetId: string, idNumber: string): Promise<string | null> {
      const found = await raw().findOne(
        { streetId, idKey: seal.idKey(streetId, idNumber) },
        { projection: { _id: 1 } },
      );
      return found?._id ?? null;
    },
  };
}

export type MergeFiles = ReturnType<typeof createMergeFiles>;
