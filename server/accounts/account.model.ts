import { type Connection, Schema } from 'mongoose';

const sealed = new Schema(
  {
    /** Keyed hash, for finding the account by the value. */
    key: { type: String, required: true },
    /** The value itself, sealed. */
    text: { type: String, required: true },
  },
  { _id: false },
);

const totp = new Schema(
  {
    /** Sealed base32. */
    secret: { type: String, required: true },
    /** Null while the first code has not been entered. */
    confirmedAt: { type: Date, default: null },
    /** The last time step whose code was accepted: none is accepted twice. */
    lastStep: { type: Number, default: -1 },
    fails: { type: Number, default: 0 },
    lockedUntil: { type: Date, default: null },
  },
  { _id: false },
);

/**
 * A person who can sign in. The exception to "streetId first": identity comes before tenancy, one person may hold
 * roles in several streets (decisions/0004). What she may do, and where, are her role assignments.
 */
const accountSchema = new Schema(
  {
    _id: String,
    /** As she calls herself; '' until she has said. */
    name: { type: String, default: '' },
    phone: { type: sealed, required: false },
    wechat: { type: sealed, required: false },
    totp: { type: totp, required: false },
    /** The role she acted in last; the next sign-in begins there. */
    lastAssignmentId: { type: String, default: null },
    createdAt: { type: Date, required: true },
    /** What others did to the account, oldest first. */
    history: [
      new Schema(
        { at: { type: Date, required: true }, by: { type: String, required: true }, what: String, reason: String },
        { _id: false },
      ),
    ],
  },
  { collection: 'accounts', versionKey: false, strict: 'throw' },
);

accountSchema.index(
  { 'phone.key': 1 },
  { unique: true, partialFilterExpression: { 'phone.key': { $exists: true } }, name: 'phone' },
);
accountSchema.index(
  { 'wechat.key': 1 },
  { unique: true, partialFilterExpression: { 'wechat.key': { $exists: true } }, name: 'wechat' },
);

export const accountModel = (db: Connection) => db.model('Account', accountSchema);
