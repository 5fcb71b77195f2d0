import type { ConsentGiver, ConsentHow, ConsentPurpose } from '@wubian/shared/registry/consents.ts';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { consentModel } from './consent.model.ts';

export interface NewConsent {
  id: string;
  streetId: string;
  elderId: string;
  purpose: ConsentPurpose;
  version: number;
  answer: 'given' | 'refused';
  giver: ConsentGiver;
  giverName: string;
  how: ConsentHow;
  /** How well she could decide; '' when she spoke for herself. */
  capacity: string;
  by: string;
  at: Date;
}

export interface StoredConsent extends NewConsent {
  withdrawn: { at: Date; by: string; why: string } | null;
}

/** Consents: added, and withdrawn once; nothing else writes them. */
export function createConsentStore(db: Connection, cipher: FieldCipher) {
  const Model = consentModel(db);
  const place = (field: 'sealed' | 'why', id: string) => ({ collection: 'consents', field, id });
  const printOf = ({ at: _, ...sent }: NewConsent) => cipher.indexOf('consents.print', JSON.stringify(sent));

  const lean = (streetId: string, elderId: string) =>
    Model.find({ streetId, elderId }).sort({ at: -1, _id: -1 }).lean();
  type Found = Awaited<ReturnType<typeof lean>>[number];
  const toConsent = ({ _id, sealed, print: _, withdrawn, ...found }: Found): StoredConsent => {
    const id = _id as string;
    const why = withdrawn?.why ? cipher.open(withdrawn.why, place('why', id)) : '';
    return {
      ...found,
      id,
      ...JSON.parse(cipher.open(sealed, place('sealed', id))),
      withdrawn: withdrawn && { at: withdrawn.at, by: withdrawn.by, why },
    } as StoredConsent;
  };

  return {
    /** False when the id belongs to another answer. A repeat of the same is the same. */
    async add(consent: NewConsent): Promise<boolean> {
      const { id, giverName, capacity, ...plain } = consent;
      const sealed = cipher.seal(JSON.stringify({ giverName, capacity }), place('sealed', id));
      const print = printOf(consent);
      try {
        await Model.create({ _id: id, ...plain, sealed, print, withdrawn: null });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await Model.exists({ _id: id, print })) !== null;
      }
    },

    /** All answers of one elder, newest first. */
    async ofElder(streetId: string, elderId: string): Promise<StoredConsent[]> {
      return (await lean(streetId, elderId)).map(toConsent);
    },

    /** The newest answer to one purpose, unopened. */
    async newest(streetId: string, elderId: string, purpose: ConsentPurpose) {
      const found = await Model.findOne(
        { streetId, elderId, purpose },
        { version: 1, answer: 1, giver: 1, withdrawn: 1 },
      )
        .sort({ at: -1, _id: -1 })
        .lean();
      return (
        found && {
          id: found._id as string,
          purpose,
          version: found.version,
          answer: found.answer,
          giver: found.giver,
          withdrawn: Boolean(found.withdrawn),
        }
      );
    },

    /** Takes an answer back; the first to do so is remembered. */
    async withdraw(
      streetId: string,
      id: string,
      { at, by, why }: { at: Date; by: string; why: string },
    ): Promise<void> {
      const sealed = why && cipher.seal(why, place('why', id));
      await Model.updateOne({ _id: id, streetId, withdrawn: null }, { $set: { withdrawn: { at, by, why: sealed } } });
    },

    /** All of one elder's, for an erasure. */
    async removeOf(streetId: string, elderId: string): Promise<void> {
      await Model.deleteMany({ streetId, elderId });
    },
  };
}

export type ConsentStore = ReturnType<typeof createConsentStore>;
