import { type Connection, Schema } from 'mongoose';

/** A filter that one worker keeps for herself. */
const savedSearchSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    accountId: { type: String, required: true },
    name: { type: String, required: true },
    /** The words typed may name a person: they are sealed. */
    filter: { type: String, required: true },
    sort: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'savedSearches', versionKey: false, strict: 'throw' },
);
savedSearchSchema.index({ streetId: 1, accountId: 1, at: 1 }, { name: 'ofPerson' });

export const savedSearchModel = (db: Connection) => db.model('SavedSearch', savedSearchSchema);
