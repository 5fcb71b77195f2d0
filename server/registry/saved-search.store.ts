import type { ElderFilter, elderSorts } from '@wubian/shared/registry/contract.ts';
import type { Connection } from 'mongoose';
import type * as z from 'zod';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { savedSearchModel } from './saved-search.model.ts';

export interface SavedSearch {
  id: string;
  name: string;
  filter: z.output<typeof ElderFilter>;
  sort: keyof typeof elderSorts;
}
/** Whose searches: one account in one street. */
interface Owner {
  streetId: string;
  accountId: string;
}

/** The filters that people keep; each sees her own only. */
export function createSavedSearchStore(db: Connection, cipher: FieldCipher) {
  const Model = savedSearchModel(db);
  const place = (id: string) => ({ collection: 'savedSearches', field: 'filter', id });

  return {
    /** False when the id is somebody else's, or one's own for another search. */
    async save({ streetId, accountId }: Owner, { id, name, filter, sort }: SavedSearch, at: Date): Promise<boolean> {
      const text = JSON.stringify(filter);
      try {
        await Model.create({ _id: id, streetId, accountId, name, filter: cipher.seal(text, place(id)), sort, at });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const kept = await Model.findOne({ _id: id, streetId, accountId, name, sort }).lean();
        return kept !== null && cipher.open(kept.filter, place(id)) === text;
      }
    },

    async of({ streetId, accountId }: Owner): Promise<SavedSearch[]> {
      const found = await Model.find({ streetId, accountId }).sort({ at: 1 }).limit(50).lean();
      return found.map(({ _id, name, filter, sort }) => ({
        id: _id as string,
        name,
        filter: JSON.parse(cipher.open(filter, place(_id as string))),
        sort: sort as SavedSearch['sort'],
      }));
    },

    /** False when the person has no such search. */
    async drop({ streetId, accountId }: Owner, id: string): Promise<boolean> {
      return (await Model.deleteOne({ _id: id, streetId, accountId })).deletedCount === 1;
    },
  };
}

export type SavedSearchStore = ReturnType<typeof createSavedSearchStore>;
