import type { KeptPart, RightsAsker, RightsKind, RightsProof, RightsState } from '@wubian/shared/registry/rights.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import type { GlassPlace } from './glass.store.ts';
import { rightsModel } from './rights.model.ts';

export interface NewRights {
  id: string;
  streetId: string;
  elderId: string;
  kind: RightsKind;
  asker: RightsAsker;
  askerName: string;
  proof: RightsProof;
  why: string;
  by: string;
  at: Date;
  /** YYYY-MM-DD */
  due: string;
}

export interface StoredRights extends NewRights {
  state: RightsState;
  goes: string[];
  kept: KeptPart[];
  done: { at: Date; by: string; words: string } | null;
}

interface Closing {
  state: 'done' | 'refused';
  by: string;
  at: Date;
  words: string;
  goes?: readonly string[];
  kept?: readonly KeptPart[];
}

/** Requests of persons about their own data: added, and closed once. */
export function createRightsStore(db: Connection, cipher: FieldCipher) {
  const Model = rightsModel(db);
  const place = (field: 'sealed' | 'done', id: string) => ({ collection: 'rights', field, id });
  const printOf = ({ at: _, due: __, ...sent }: NewRights) => cipher.indexOf('rights.print', JSON.stringify(sent));
  const sealedOf = (id: string, askerName: string, why: string) =>
    cipher.seal(JSON.stringify({ askerName, why }), place('sealed', id));

  const lean = (filter: QueryFilter<unknown>) => Model.find(filter).lean();
  type Found = Awaited<ReturnType<typeof lean>>[number];
  const toRights = ({ _id, sealed, print: _, open: __, done, ...found }: Found): StoredRights => {
    const id = _id as string;
    return {
      ...found,
      id,
      ...JSON.parse(cipher.open(sealed, place('sealed', id))),
      kept: found.kept.map(({ what, why, until }) => ({ what, why, until })),
      done: done && { at: done.at, by: done.by, words: done.words && cipher.open(done.words, place('done', id)) },
    } as StoredRights;
  };

  return {
    /** False when the id belongs to another request. A repeat of the same is the same. */
    async add(request: NewRights): Promise<boolean> {
      const { id, askerName, why, ...plain } = request;
      const print = printOf(request);
      const fresh = {
        ...plain,
        sealed: sealedOf(id, askerName, why),
        print,
        state: 'open' as const,
        open: true,
        done: null,
      };
      try {
        await Model.create({ _id: id, ...fresh });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await Model.exists({ _id: id, print })) !== null;
      }
    },

    async byId(streetId: string, id: string): Promise<StoredRights | null> {
      const [found] = await lean({ _id: id, streetId });
      return found ? toRights(found) : null;
    },

    /** The oldest open one first, since it is due first; of the closed ones the newest. */
    async page(streetId: string, open: boolean, limit: number, after?: GlassPlace): Promise<StoredRights[]> {
      const [on, way] = open ? (['$gt', 1] as const) : (['$lt', -1] as const);
      const later = after && { $or: [{ at: { [on]: after.at } }, { at: after.at, _id: { [on]: after.id } }] };
      const found = await Model.find({ streetId, open, ...later })
        .sort({ at: way, _id: way })
        .limit(limit)
        .lean();
      return found.map(toRights);
    },

    overdue: (streetId: string, day: string): Promise<number> =>
      Model.countDocuments({ streetId, open: true, due: { $lt: day } }),

    /** Closes an open request; the first one to do so is remembered. */
    async close(streetId: string, id: string, { words, state, by, at, goes = [], kept = [] }: Closing): Promise<void> {
      const done = { at, by, words: words && cipher.seal(words, place('done', id)) };
      await Model.updateOne(
        { _id: id, streetId, open: true },
        { $set: { state, open: false, done, goes: [...goes], kept: [...kept] } },
      );
    },

    async ofElder(streetId: string, elderId: string): Promise<StoredRights[]> {
      return (await Model.find({ streetId, elderId }).sort({ at: -1 }).lean()).map(toRights);
    },
    /** Takes away who asked and why; that it was asked, and how it ended, stay. */
    async forgetWords(streetId: string, elderId: string): Promise<void> {
      for (const { _id } of await Model.find({ streetId, elderId }, { _id: 1 }).lean()) {
        const id = _id as string;
        await Model.updateOne({ _id: id, streetId }, { $set: { sealed: sealedOf(id, '', '') } });
        await Model.updateOne({ _id: id, streetId, done: { $ne: null } }, { $set: { 'done.words': '' } });
      }
    },
  };
}

export type RightsStore = ReturnType<typeof createRightsStore>;
