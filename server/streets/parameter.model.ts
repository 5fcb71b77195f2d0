import { type Connection, Schema } from 'mongoose';

/** Every change that was ever made to one parameter of one street, in the order in which they were made. */
const parameterSchema = new Schema(
  {
    /** '<streetId>:<key>' */
    _id: String,
    streetId: { type: String, required: true },
    key: { type: String, required: true },
    /** Counts the writes, withdrawals included. */
    version: { type: Number, required: true },
    changes: [
      new Schema(
        {
          id: { type: String, required: true },
          /** YYYY-MM-DD */
          from: { type: String, required: true },
          value: { type: Schema.Types.Mixed, required: true },
          by: { type: String, required: true },
          byName: { type: String, required: true },
          at: { type: Date, required: true },
          reason: { type: String, required: true },
          withdrawn: {
            type: new Schema(
              {
                at: { type: Date, required: true },
                by: { type: String, required: true },
                byName: { type: String, required: true },
                reason: { type: String, required: true },
              },
              { _id: false },
            ),
            default: null,
          },
        },
        { _id: false },
      ),
    ],
  },
  { collection: 'parameters', versionKey: false, strict: 'throw', minimize: false },
);
parameterSchema.index({ streetId: 1, key: 1 });

export const parameterModel = (db: Connection) => db.model('Parameter', parameterSchema);
