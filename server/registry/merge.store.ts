import type { MergeState } from '@wubian/shared/registry/merging.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { mergeModel } from './merge.model.ts';
import type { Choose } from './merge-facts.ts';
import type { Scope } from './scope.ts';

export interface NewMerge {
  id: string;
  streetId: string;
  winnerId: string;
  loserId: string;
  communityIds: string[];
  by: string;
  at: Date;
  choose: Choose;
  winnerVersion: number;
  loserVersion: number;
  why: string;
  /** Both files as they are stored, byte for byte. */
  before: { winner: Buffer; loser: Buffer };
}

export interface StoredMerge extends Omit<NewMerge, 'before'> {
  state: MergeState;
  /** Ids by collection. */
  moved: Record<string, string[]>;
  undone: { by: string; at: Date; why: string } | null;
}

/** After a crash a merge waits this long for its next worker. */
const leaseMs = 30_000;
/** When a merge is looked at once more, for what was written about the closed file at the same moment. */
const sweepMs = 120_000;

/** Merges of files; a record is never removed but for one that has not begun. */
export function createMergeStore(db: Connection, cipher: FieldCipher) {
  const Model = mergeModel(db);
  const place = (field: string, id: string) => ({ collection: 'merges', field, id });
  const many = (filter: QueryFilter<unknown>) => Model.find(filter, { before: 0 }).lean();
  type Found = Awaited<ReturnType<typeof many>>[number];

  const toMerge = ({ _id, why, undone, due: _due, ...found }: Found): StoredMerge => {
    const id = _id as string;
    return {
      ...found,
      id,
      why: cipher.open(why, place('why', id)),
      undone: undone ? { ...undone, why: cipher.open(undone.why, place('undone.why', id)) } : null,
    } as unknown as StoredMerge;
  };
  const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
  /** Both files lie, or lay, in the scope. */
  const inScope = ({ streetId, communityIds }: Scope) => ({
    streetId,
    ...(communityIds && { communityIds: { $not: { $elemMatch: { $nin: [...communityIds] } } } }),
  });

  return {
    /** False when the id is taken. */
    async add({ id, why, before, ...merge }: NewMerge): Promise<boolean> {
      const sealed = {
        winner: cipher.sealBytes(before.winner, place('before.winner', id)),
        loser: cipher.sealBytes(before.loser, place('before.loser', id)),
      };
      const start = { state: 'merging' as const, moved: {}, due: later(merge.at, leaseMs) };
      try {
        await Model.create({ _id: id, ...merge, why: cipher.seal(why, place('why', id)), before: sealed, ...start });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    async byId(scope: Scope, id: string): Promise<StoredMerge | null> {
      const [found] = await many({ _id: id, ...inScope(scope) });
      return found ? toMerge(found) : null;
    },

    /** Both files as they stood before, byte for byte. */
    async images(streetId: string, id: string): Promise<{ winner: Buffer; loser: Buffer }> {
      const found = await Model.findOne({ _id: id, streetId }, { before: 1 }).lean();
      const bytes = (value: unknown): Buffer =>
        Buffer.isBuffer(value) ? value : Buffer.from((value as { buffer: Uint8Array }).buffer);
      return {
        winner: cipher.openBytes(bytes(found!.before.winner), place('before.winner', id)),
        loser: cipher.openBytes(bytes(found!.before.loser), place('before.loser', id)),
      };
    },

    /** Newest first, after a place; of one elder or of all. */
    async page(
      scope: Scope,
      { elderId, after, limit }: { elderId?: string | undefined; after?: { at: Date; id: string }; limit: number },
    ): Promise<StoredMerge[]> {
      const place = after ? [{ $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] }] : [];
      const ofElder = elderId ? [{ $or: [{ winnerId: elderId }, { loserId: elderId }] }] : [];
      const found = await many({ $and: [inScope(scope), ...ofElder, ...place] })
        .sort({ at: -1, _id: -1 })
        .limit(limit);
      return found.map(toMerge);
    },

    /** Takes a merge back that could not begin. */
    async drop(streetId: string, id: string): Promise<void> {
      await Model.deleteOne({ _id: id, streetId, state: 'merging' });
    },

    /** Writes down which documents are about to be moved, before they are. */
    async noteMoved(streetId: string, id: string, collection: string, ids: readonly string[]): Promise<void> {
      await Model.updateOne({ _id: id, streetId }, { $addToSet: { [`moved.${collection}`]: { $each: [...ids] } } });
    },

    /** False when somebody was faster. */
    async beginUndo(streetId: string, id: string, { by, at, why }: { by: string; at: Date; why: string }) {
      const undone = { by, at, why: cipher.seal(why, place('undone.why', id)) };
      const begun = await Model.updateOne(
        { _id: id, streetId, state: 'merged' },
        { $set: { state: 'undoing', undone, due: later(at, leaseMs) } },
      );
      return begun.matchedCount === 1;
    },

    /** The merge is done but for one late look. */
    async setMerged(streetId: string, id: string, now: Date): Promise<void> {
      const done = { $set: { state: 'merged', due: later(now, sweepMs) } };
      await Model.updateOne({ _id: id, streetId, state: 'merging' }, done as never);
    },
    async setUndone(streetId: string, id: string): Promise<void> {
      await Model.updateOne({ _id: id, streetId, state: 'undoing' }, { $set: { state: 'undone' }, $unset: { due: 1 } });
    },
    /** Nothing is left to do. */
    async setSwept(streetId: string, id: string): Promise<void> {
      await Model.updateOne({ _id: id, streetId, state: 'merged' }, { $unset: { due: 1 } });
    },

    /** The next merge that waits, leased; null when none does. Of every street: a worker belongs to none. */
    async takeDue(now: Date): Promise<StoredMerge | null> {
      const found = await Model.findOneAndUpdate(
        { due: { $lte: now, $gt: new Date(0) } },
        { $set: { due: later(now, leaseMs) } },
        { projection: { before: 0 }, returnDocument: 'after' },
      ).lean();
      return found && toMerge(found as unknown as Found);
    },
  };
}

export type MergeStore = ReturnType<typeof createMergeStore>;
