import { twinReasonNames } from '@wubian/shared/registry/twin-reasons.ts';
import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

/** A pair of files that may be one person's; `_id` is both ids, the smaller first, so that a pair exists once. */
const twinSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    ids: { type: [String], required: true },
    communityIds: { type: [String], required: true },
    reasons: { type: [{ type: String, enum: twinReasonNames }], required: true },
    state: { type: String, enum: ['open', 'dismissed'], required: true },
    foundAt: { type: Date, required: true },
    dismissed: {
      type: new Schema(
        {
          by: { type: String, required: true },
          at: { type: Date, required: true },
          why: { type: String, required: true },
        },
        { _id: false },
      ),
      default: null,
    },
  },
  { collection: 'twins', versionKey: false, strict: 'throw' },
);
twinSchema.index({ streetId: 1, state: 1, communityIds: 1, _id: 1 }, { name: 'ofCommunity' });
twinSchema.index({ streetId: 1, state: 1, _id: 1 }, { name: 'ofStreet' });
twinSchema.index({ streetId: 1, ids: 1 }, { name: 'ofElder' });

/** How far the search for pairs has come in a street: the last file seen, by its last writing. */
const walkSchema = new Schema(
  { _id: String, streetId: { type: String, required: true }, at: { type: Date, required: true }, id: String },
  { collection: 'twinWalks', versionKey: false, strict: 'throw' },
);

export const twinModel = (db: Connection) => db.model('Twin', twinSchema);
export const twinWalkModel = (db: Connection) => db.model('TwinWalk', walkSchema);

export const sealedInTwins: SealedPlaces = {
  collection: 'twins',
  paths: [{ path: 'dismissed.why', field: 'why' }],
};
