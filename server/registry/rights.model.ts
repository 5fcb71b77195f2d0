import {
  rightsAskerNames,
  rightsKindNames,
  rightsProofNames,
  rightsStateNames,
} from '@wubian/shared/registry/rights.ts';
import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

/** One request of a person about her own data. `sealed` holds who asked by name, and why; `done.words` how it ended. */
const rightsSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    elderId: { type: String, required: true },
    kind: { type: String, enum: rightsKindNames, required: true },
    asker: { type: String, enum: rightsAskerNames, required: true },
    proof: { type: String, enum: rightsProofNames, required: true },
    sealed: { type: String, required: true },
    /** A keyed hash of all that was sent, to know a repeat by. */
    print: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    /** YYYY-MM-DD, the last day for the answer. */
    due: { type: String, required: true },
    state: { type: String, enum: rightsStateNames, required: true },
    open: { type: Boolean, required: true },
    /** Of an erasure that is done: what went and what was kept, as it was shown before. */
    goes: { type: [String], default: [] },
    kept: { type: [new Schema({ what: String, why: String, until: String }, { _id: false })], default: [] },
    done: {
      type: new Schema(
        {
          at: { type: Date, required: true },
          by: { type: String, required: true },
          words: { type: String, default: '' },
        },
        { _id: false },
      ),
      default: null,
    },
  },
  { collection: 'rights', versionKey: false, strict: 'throw' },
);
rightsSchema.index({ streetId: 1, open: 1, at: 1, _id: 1 }, { name: 'byState' });
rightsSchema.index({ streetId: 1, elderId: 1 }, { name: 'ofElder' });

export const rightsModel = (db: Connection) => db.model('RightsRequest', rightsSchema);

export const sealedInRights: SealedPlaces = {
  collection: 'rights',
  paths: [
    { path: 'sealed', field: 'sealed' },
    { path: 'done.words', field: 'done' },
  ],
};
