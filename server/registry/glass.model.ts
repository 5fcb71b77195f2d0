import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

/** One use of break-glass that opened something. `sealed` holds what was typed to find her, and why. */
const glassSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    by: { type: String, required: true },
    role: { type: String, required: true },
    at: { type: Date, required: true },
    elderIds: { type: [String], required: true },
    sealed: { type: String, required: true },
    /** A keyed hash of all that was sent, to know a repeat by. */
    print: { type: String, required: true },
    /** Whether everybody has been told. */
    told: { type: Boolean, required: true },
    review: {
      type: new Schema(
        {
          verdict: { type: String, enum: ['proper', 'improper'], required: true },
          words: { type: String, required: true },
          by: { type: String, required: true },
          at: { type: Date, required: true },
        },
        { _id: false },
      ),
      default: null,
    },
    /** True while nobody has reviewed it. */
    open: { type: Boolean, required: true },
  },
  { collection: 'glass', versionKey: false, strict: 'throw' },
);
glassSchema.index({ streetId: 1, open: 1, at: 1, _id: 1 }, { name: 'byState' });
glassSchema.index({ streetId: 1, elderIds: 1 }, { name: 'ofElder' });
glassSchema.index({ told: 1 }, { name: 'toTell', partialFilterExpression: { told: false } });

export const glassModel = (db: Connection) => db.model('Glass', glassSchema);

export const sealedInGlass: SealedPlaces = {
  collection: 'glass',
  paths: [
    { path: 'sealed', field: 'sealed' },
    { path: 'review.words', field: 'review' },
  ],
};
