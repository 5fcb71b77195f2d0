import { type Connection, Schema } from 'mongoose';

/** One signed-in device. Like the account it is house-wide; the assignment it acts in names the street. */
const sessionSchema = new Schema(
  {
    _id: String,
    tokenHash: { type: String, required: true },
    accountId: { type: String, required: true },
    /** The role it acts in; null until one is chosen, then the person's only role counts. */
    assignmentId: { type: String, default: null },
    way: { type: String, enum: ['phone', 'wechat', 'persona'], required: true },
    /** A few words, no raw user agent. */
    device: { type: String, required: true },
    secondFactorAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    /** When the sweep may take it; whether it is still good is computed by session-limits.ts. */
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false, strict: 'throw' },
);

sessionSchema.index({ tokenHash: 1 }, { unique: true, name: 'token' });
sessionSchema.index({ accountId: 1, createdAt: -1 }, { name: 'ofPerson' });
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'expired' });

export const sessionModel = (db: Connection) => db.model('Session', sessionSchema);
