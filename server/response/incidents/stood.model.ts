import { type Connection, Schema } from 'mongoose';

const stoodSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    elderId: { type: String, required: true },
    /** Sealed. */
    people: { type: String, required: true },
  },
  { collection: 'incidentPeople', versionKey: false, strict: 'throw' },
);
stoodSchema.index({ streetId: 1, elderId: 1 }, { name: 'of_elder' });

export const stoodModel = (db: Connection) => db.model('IncidentPeople', stoodSchema);
