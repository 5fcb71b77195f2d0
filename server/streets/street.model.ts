import { type Connection, Schema } from 'mongoose';

const point = new Schema(
  { longitude: { type: Number, required: true }, latitude: { type: Number, required: true } },
  { _id: false },
);

/** A street is a tenant: its areas and its dated rules, one small document. */
const streetSchema = new Schema(
  {
    _id: String,
    name: { type: String, required: true },
    communities: [
      new Schema(
        {
          _id: String,
          name: { type: String, required: true },
          phone: { type: String, required: true },
          grids: [new Schema({ _id: String, name: { type: String, required: true } })],
          estates: [
            new Schema({
              _id: String,
              name: { type: String, required: true },
              point: { type: point, required: false },
            }),
          ],
        },
        {},
      ),
    ],
    /** Every version of the rules, oldest first; the last one that has begun is in force. */
    rules: [
      new Schema(
        {
          from: { type: Date, required: true },
          by: { type: String, required: true },
          reason: { type: String, required: true },
          autoOpenKinds: [String],
          closedKinds: [String],
          confirmAfterHours: { type: Number, required: true },
        },
        { _id: false },
      ),
    ],
  },
  { collection: 'streets', versionKey: false, strict: 'throw' },
);

export const streetModel = (db: Connection) => db.model('Street', streetSchema);
