import { qualifications } from '@wubian/shared/companion/kinds.ts';
import { type Connection, Schema } from 'mongoose';

/** What a street knows of a volunteer beside her role: made when first needed. `_id` is `streetId:accountId`. */
const volunteerSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    accountId: { type: String, required: true },
    qualifications: [
      new Schema({ name: { type: String, enum: qualifications }, until: String, by: String, at: Date }, { _id: false }),
    ],
    ownElderIds: [String],
    /** Where she starts from: an estate, never a point of her own. */
    estateId: { type: String, default: null },
    /** Visits that she missed, each as `taskId:number of the history entry`. */
    noShowOf: [String],
  },
  { collection: 'volunteers', versionKey: false, strict: 'throw' },
);

export const volunteerModel = (db: Connection) => db.model('Volunteer', volunteerSchema);
