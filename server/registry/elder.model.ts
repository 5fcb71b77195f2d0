import { childrenLives, livings } from '@wubian/shared/registry/categories.ts';
import { type Connection, Schema } from 'mongoose';

const point = new Schema(
  { longitude: { type: Number, required: true }, latitude: { type: Number, required: true } },
  { _id: false },
);

/**
 * One old person's file. Fields under `sealed` are envelopes of the field cipher; `phoneKeys` and `doorKeys` are
 * keyed hashes by which they are found. Facts behind the categories are plain, since lists filter by them.
 */
const elderSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    communityId: { type: String, required: true },
    gridId: { type: String, default: null },
    estateId: { type: String, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    nameWords: { type: [String], required: true },
    sex: { type: String, enum: ['female', 'male'], required: true },
    birthDate: { type: String, default: null },
    point: { type: point, default: null },
    living: { type: String, enum: [...livings, null], default: null },
    childrenLive: { type: String, enum: [...childrenLives, null], default: null },
    abilityLevel: { type: Number, default: null },
    handicapGrade: { type: Number, default: null },
    familyPlanningSpecial: { type: Boolean, default: null },
    sealed: {
      type: new Schema(
        {
          phone: { type: String, default: null },
          door: { type: String, required: true },
          contacts: { type: String, required: true },
          doorNotes: { type: String, required: true },
          careNotes: { type: String, required: true },
        },
        { _id: false },
      ),
      required: true,
    },
    phoneKeys: { type: [String], required: true },
    doorKeys: { type: [String], required: true },
    version: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
    /** Who wrote which fields; `print` is a keyed hash of all that was written, to know a repeat by. */
    changes: [
      new Schema(
        {
          version: { type: Number, required: true },
          at: { type: Date, required: true },
          by: { type: String, required: true },
          fields: { type: [String], required: true },
          print: { type: String, required: true },
        },
        { _id: false },
      ),
    ],
  },
  { collection: 'elders', versionKey: false, strict: 'throw' },
);

elderSchema.index({ streetId: 1, nameKey: 1, _id: 1 }, { name: 'ofStreet' });
elderSchema.index({ streetId: 1, communityId: 1, nameKey: 1, _id: 1 }, { name: 'ofCommunity' });
elderSchema.index({ streetId: 1, nameWords: 1 }, { name: 'byName' });
elderSchema.index({ streetId: 1, phoneKeys: 1 }, { name: 'byPhone' });
elderSchema.index({ streetId: 1, doorKeys: 1 }, { name: 'byDoor' });
elderSchema.index({ streetId: 1, estateId: 1, nameKey: 1, _id: 1 }, { name: 'ofEstate' });

export const elderModel = (db: Connection) => db.model('Elder', elderSchema);
