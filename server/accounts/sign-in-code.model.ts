import { type Connection, Schema } from 'mongoose';

/** The one valid code of a phone number; a new one replaces it. Neither the number nor the code can be read from it. */
const codeSchema = new Schema(
  {
    /** Keyed hash of the number. */
    _id: String,
    /** Keyed hash of number and code. */
    codeHash: { type: String, required: true },
    tries: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'signInCodes', versionKey: false, strict: 'throw' },
);

codeSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'expired' });

export const signInCodeModel = (db: Connection) => db.model('SignInCode', codeSchema);
