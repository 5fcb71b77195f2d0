import { type Connection, Schema } from 'mongoose';

/** A photo of a service, re-encoded: it carries neither place nor device. */
const photoSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    taskId: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    jpeg: { type: Buffer, required: true },
  },
  { collection: 'photos', versionKey: false, strict: 'throw' },
);
photoSchema.index({ streetId: 1, taskId: 1 });

export const photoModel = (db: Connection) => db.model('Photo', photoSchema);
