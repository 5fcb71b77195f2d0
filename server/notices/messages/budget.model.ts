import { type Connection, Schema } from 'mongoose';

/**
 * When one number or robot was last used, within the longest window that its channel counts. House-wide like the number
 * itself; `_id` is the channel and a keyed hash.
 */
const budgetSchema = new Schema(
  {
    _id: String,
    times: { type: [Date], required: true },
    /** Grows with each write: two at once do not both pass. */
    rev: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'messageBudgets', versionKey: false, strict: 'throw' },
);
budgetSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'expired' });

export const budgetModel = (db: Connection) => db.model('MessageBudget', budgetSchema);
