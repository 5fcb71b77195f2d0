import { consentGiverNames, consentHowNames, consentPurposeNames } from '@wubian/shared/registry/consents.ts';
import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

/**
 * One answer to one purpose. Never changed but once, by its withdrawal; the newest record of a purpose says where it
 * stands. `sealed` holds who said it by name, and how well the old person could decide.
 */
const consentSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    elderId: { type: String, required: true },
    purpose: { type: String, enum: consentPurposeNames, required: true },
    /** Of the text that was shown. */
    version: { type: Number, required: true },
    answer: { type: String, enum: ['given', 'refused'], required: true },
    giver: { type: String, enum: consentGiverNames, required: true },
    how: { type: String, enum: consentHowNames, required: true },
    /** The account that wrote it down: the witness, or the person herself. */
    by: { type: String, required: true },
    at: { type: Date, required: true },
    sealed: { type: String, required: true },
    /** A keyed hash of all that was sent, to know a repeat by. */
    print: { type: String, required: true },
    withdrawn: {
      type: new Schema(
        {
          at: { type: Date, required: true },
          by: { type: String, required: true },
          why: { type: String, default: '' },
        },
        { _id: false },
      ),
      default: null,
    },
  },
  { collection: 'consents', versionKey: false, strict: 'throw' },
);
consentSchema.index({ streetId: 1, elderId: 1, at: -1, _id: -1 }, { name: 'ofElder' });

export const consentModel = (db: Connection) => db.model('Consent', consentSchema);

export const sealedInConsents: SealedPlaces = {
  collection: 'consents',
  paths: [
    { path: 'sealed', field: 'sealed' },
    { path: 'withdrawn.why', field: 'why' },
  ],
};
