import type { Role } from '@wubian/shared/roles.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { glassModel } from './glass.model.ts';

export interface NewGlass {
  id: string;
  streetId: string;
  by: string;
  role: Role;
  at: Date;
  elderIds: string[];
  /** What was typed to find her, as a reviewer reads it. */
  asked: string;
  why: string;
}

export interface StoredGlass extends NewGlass {
  review: { verdict: 'proper' | 'improper'; words: string; by: string; at: Date } | null;
}

/** A place in the list. */
export interface GlassPlace {
  at: Date;
  id: string;
}

/** Uses of break-glass: added, told of, reviewed once. */
export function createGlassStore(db: Connection, cipher: FieldCipher) {
  const Model = glassModel(db);
  const place = (field: 'sealed' | 'review', id: string) => ({ collection: 'glass', field, id });
  const printOf = ({ id, by, asked, why }: NewGlass) =>
    cipher.indexOf('glass.print', JSON.stringify({ id, by, asked, why }));

  const lean = (filter: QueryFilter<unknown>) => Model.find(filter).lean();
  type Found = Awaited<ReturnType<typeof lean>>[number];
  const toGlass = ({ _id, sealed, print: _, told: __, open: ___, review, ...found }: Found): StoredGlass => {
    const id = _id as string;
    return {
      ...found,
      id,
      ...JSON.parse(cipher.open(sealed, place('sealed', id))),
      review: review && { ...review, words: cipher.open(review.words, place('review', id)) },
    } as StoredGlass;
  };

  return {
    /** The use as it is kept, also when it is a repeat of the same; null when the id belongs to another. */
    async add(glass: NewGlass): Promise<StoredGlass | null> {
      const { id, asked, why, ...plain } = glass;
      const sealed = cipher.seal(JSON.stringify({ asked, why }), place('sealed', id));
      const print = printOf(glass);
      try {
        await Model.create({ _id: id, ...plain, sealed, print, told: false, review: null, open: true });
        return { ...glass, review: null };
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const [found] = await lean({ _id: id, print });
        return found ? toGlass(found) : null;
      }
    },

    async byId(streetId: string, id: string): Promise<StoredGlass | null> {
      const [found] = await lean({ _id: id, streetId });
      return found ? toGlass(found) : null;
    },

    /** The longest waiting first; what was reviewed, newest first. */
    async page(streetId: string, open: boolean, limit: number, after?: GlassPlace): Promise<StoredGlass[]> {
      const [on, way] = open ? (['$gt', 1] as const) : (['$lt', -1] as const);
      const later = after && { $or: [{ at: { [on]: after.at } }, { at: after.at, _id: { [on]: after.id } }] };
      const found = await Model.find({ streetId, open, ...later })
        .sort({ at: way, _id: way })
        .limit(limit)
        .lean();
      return found.map(toGlass);
    },

    /** How many have waited since before `before`. */
    waiting: (streetId: string, before: Date): Promise<number> =>
      Model.countDocuments({ streetId, open: true, at: { $lt: before } }),

    /** False when somebody has reviewed it before. */
    async review(streetId: string, id: string, { words, ...review }: NonNullable<StoredGlass['review']>) {
      const sealed = { ...review, words: cipher.seal(words, place('review', id)) };
      const done = await Model.updateOne({ _id: id, streetId, open: true }, { $set: { review: sealed, open: false } });
      return done.matchedCount === 1;
    },

    /** Of which a crash may have kept the telling. */
    async toTell(limit: number): Promise<StoredGlass[]> {
      return (await Model.find({ told: false }).limit(limit).lean()).map(toGlass);
    },
    async setTold(id: string): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { told: true } });
    },

    async ofElder(streetId: string, elderId: string): Promise<StoredGlass[]> {
      return (await Model.find({ streetId, elderIds: elderId }).sort({ at: -1 }).lean()).map(toGlass);
    },
    /** Takes away what was typed about a person; that the file was opened, and the verdict, stay. */
    async forgetWords(streetId: string, elderId: string): Promise<void> {
      for (const { id } of await this.ofElder(streetId, elderId)) {
        const sealed = cipher.seal(JSON.stringify({ asked: '', why: '' }), place('sealed', id));
        await Model.updateOne({ _id: id, streetId }, { $set: { sealed } });
        await Model.updateOne(
          { _id: id, streetId, open: false },
          { $set: { 'review.words': cipher.seal('', place('review', id)) } },
        );
      }
    },
  };
}

export type GlassStore = ReturnType<typeof createGlassStore>;
