import type { DependentKind } from '@wubian/shared/registry/stewardship.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { handoverModel } from './handover.model.ts';

export interface Item {
  kind: DependentKind;
  id: string;
}

export interface NewHandover {
  id: string;
  streetId: string;
  fromId: string;
  toId: string | null;
  by: string;
  byRole: Role;
  communityIds: readonly string[] | null;
  at: Date;
  why: string;
  items: readonly Item[] | null;
  keysGiven: readonly string[];
}

export interface StoredHandover extends NewHandover {
  state: 'moving' | 'done';
  done: Item[];
}

const leaseMs = 60_000;

/** Handings over, kept for good. */
export function createHandoverStore(db: Connection, cipher: FieldCipher) {
  const Model = handoverModel(db);
  const place = (id: string) => ({ collection: 'handovers', field: 'why', id });
  const one = (filter: Record<string, unknown>) => Model.findOne(filter).lean();
  type Found = NonNullable<Awaited<ReturnType<typeof one>>>;
  const toHandover = ({ _id, why, due: _due, ...found }: Found): StoredHandover =>
    ({ ...found, id: _id, why: cipher.open(why, place(_id as string)) }) as unknown as StoredHandover;

  return {
    /** False when the id is taken. */
    async add({ id, why, ...handover }: NewHandover): Promise<boolean> {
      const due = new Date(handover.at.getTime() + leaseMs);
      const sealed = cipher.seal(why, place(id));
      try {
        await Model.collection.insertOne({
          _id: id as never,
          ...handover,
          why: sealed,
          done: [],
          state: 'moving',
          due,
        });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    async byId(streetId: string, id: string): Promise<StoredHandover | null> {
      const found = await one({ _id: id, streetId });
      return found && toHandover(found);
    },

    async noteDone(streetId: string, id: string, item: Item): Promise<void> {
      await Model.updateOne({ _id: id, streetId }, { $addToSet: { done: item } });
    },

    async finish(streetId: string, id: string): Promise<void> {
      await Model.updateOne({ _id: id, streetId }, { $set: { state: 'done' }, $unset: { due: 1 } });
    },

    /** The next one that broke off, leased; of every street. */
    async takeDue(now: Date): Promise<StoredHandover | null> {
      const found = await Model.findOneAndUpdate(
        { due: { $lte: now, $gt: new Date(0) } },
        { $set: { due: new Date(now.getTime() + leaseMs) } },
        { returnDocument: 'after' },
      ).lean();
      return found && toHandover(found as unknown as Found);
    },
  };
}

export type HandoverStore = ReturnType<typeof createHandoverStore>;
