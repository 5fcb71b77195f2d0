import { type Connection, Schema } from 'mongoose';

/** One message to one person in one role. `_id` is made from its cause, so it exists once. */
const noticeSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    accountId: { type: String, required: true },
    role: { type: String, required: true },
    title: { type: String, required: true },
    body: { type: String, required: true },
    at: { type: Date, required: true },
    urgent: { type: Boolean, required: true },
    taskId: { type: String, default: null },
    grantId: { type: String, default: null },
    incidentId: { type: String, default: null },
    readAt: { type: Date, default: null },
  },
  { collection: 'notices', versionKey: false, strict: 'throw' },
);
noticeSchema.index({ streetId: 1, accountId: 1, role: 1, at: -1, _id: -1 });
noticeSchema.index(
  { streetId: 1, accountId: 1, role: 1 },
  { name: 'unread', partialFilterExpression: { readAt: null } },
);

export const noticeModel = (db: Connection) => db.model('Notice', noticeSchema);
