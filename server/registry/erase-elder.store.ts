import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { elderModel } from './elder.model.ts';
import { createElderSeal, type Facts } from './elder-seal.ts';
import { grantModel } from './grant.model.ts';
import { mergeModel } from './merge.model.ts';
import { twinModel } from './twin.model.ts';
import { words } from './words.ts';

/** A file that says nothing: what stays of an erased person is that there was a file, in which community. */
const blank: Pick<Facts, 'phone' | 'idNumber' | 'contacts' | 'doorNotes' | 'careNotes'> & Partial<Facts> = {
  phone: null,
  idNumber: null,
  contacts: [],
  doorNotes: '',
  careNotes: '',
  birthSaid: '',
  landline: null,
  hukouAddress: '',
  family: '',
  keyHolders: [],
  chronic: [],
  allergies: '',
  diet: '',
  doctor: null,
};

/** Writes the tombstones of erased files. */
export function createEraseStore(db: Connection, cipher: FieldCipher) {
  const Elders = elderModel(db);
  const Grants = grantModel(db);
  const Merges = mergeModel(db);
  const Twins = twinModel(db);
  const seal = createElderSeal(cipher);

  return {
    /** The file and all that were merged into it, the file last. */
    async withMerged(streetId: string, elderId: string): Promise<string[]> {
      const ids = [elderId];
      for (let at = 0; at < ids.length; at++) {
        const found = await Elders.find({ streetId, mergedInto: ids[at]! }, { _id: 1 }).lean();
        ids.push(...found.map(({ _id }) => _id as string).filter((id) => !ids.includes(id)));
      }
      return ids.toReversed();
    },

    /** Replaces a file by its tombstone. Whoever read the file before cannot write over it: its version has gone on. */
    async bury(streetId: string, id: string, by: string, at: Date): Promise<void> {
      const found = await Elders.findOne(
        { _id: id, streetId },
        { communityId: 1, sex: 1, version: 1, mergedInto: 1 },
      ).lean();
      if (!found) return;
      const { communityId, sex, mergedInto } = found;
      const version = found.version + 1;
      const address = {
        communityId,
        gridId: null,
        estateId: '',
        building: '',
        unit: '',
        floor: '',
        room: '',
        note: '',
      };
      const entry = {
        version,
        at,
        by,
        fields: [],
        why: words.erased,
        source: 'rule',
        cause: null,
        before: null,
        print: '',
      };
      await Elders.collection.replaceOne(
        { _id: id as never, streetId },
        {
          ...{ streetId, communityId, estateId: '', gridId: null, sex, mergedInto: mergedInto ?? null },
          ...{ name: words.erasedName, nameKey: '', nameWords: [], birthDate: null, fileNumber: '' },
          ...{ contactCount: 0, devices: [], responsibleId: null, point: null },
          sealed: seal.seal(id, { ...blank, address } as unknown as Facts),
          ...{ phoneKeys: [], doorKeys: [], idKey: null, keys: [], keysDay: '' },
          ...{ status: 'erased', statusSince: null, statusUntil: null, life: [], lifeFollowed: 0, undoAsked: null },
          ...{ version, updatedAt: at, changes: [entry] },
        },
      );
    },

    /** What ties her to others: grants, merges with the files as they were, pairs that may be one person. */
    async removeTies(streetId: string, ids: readonly string[]): Promise<void> {
      const any = { $in: [...ids] };
      await Grants.deleteMany({ streetId, elderId: any });
      await Merges.deleteMany({ streetId, $or: [{ winnerId: any }, { loserId: any }] });
      await Twins.deleteMany({ streetId, ids: any });
    },
  };
}

export type EraseStore = ReturnType<typeof createEraseStore>;
