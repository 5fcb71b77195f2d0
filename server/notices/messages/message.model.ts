import { type Connection, Schema } from 'mongoose';

const instant = { type: Date, default: null };
const text = { type: String, default: '' };

/** One message on one channel; facts of their own: sent, delivered, seen, accepted, failed. Texts are sealed. */
const messageSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    messageId: { type: String, required: true },
    channel: { type: String, required: true },
    kind: { type: String, required: true },
    rank: { type: Number, required: true },
    turn: { type: Number, required: true },
    hop: { type: Number, required: true },
    elderId: { type: String, required: true },
    incidentId: { type: String, default: null },
    to: new Schema({ accountId: String, role: String, name: text, phone: text }, { _id: false }),
    title: text,
    body: text,
    code: text,
    /** Keyed hash of the answer code. */
    codeKey: { type: String, default: null },
    otherwise: [String],
    outId: { type: String, required: true },
    providerId: { type: String, default: null },
    at: { type: Date, required: true },
    queuedAt: { type: Date, required: true },
    dueAt: instant,
    token: { type: String, default: null },
    tries: { type: Number, default: 0 },
    sentAt: instant,
    deliveredAt: instant,
    seenAt: instant,
    acceptedAt: instant,
    failed: { type: new Schema({ code: String, words: String, at: Date }, { _id: false }), default: null },
  },
  { collection: 'messages', versionKey: false, strict: 'throw' },
);

messageSchema.index({ streetId: 1, messageId: 1 }, { name: 'siblings' });
messageSchema.index({ streetId: 1, incidentId: 1, queuedAt: 1 }, { name: 'of_incident' });
messageSchema.index({ streetId: 1, elderId: 1, queuedAt: 1 }, { name: 'of_house' });
messageSchema.index(
  { streetId: 1, 'to.accountId': 1, queuedAt: 1 },
  { name: 'of_person', partialFilterExpression: { 'to.accountId': { $gt: '' } } },
);
// The sender looks over all streets, and receipts and answer codes name none.
const isDue = { partialFilterExpression: { dueAt: { $gt: new Date(0) } } };
messageSchema.index({ streetId: 1, elderId: 1, dueAt: 1 }, { name: 'waiting_of_house', ...isDue });
messageSchema.index({ rank: 1, turn: 1, queuedAt: 1, _id: 1 }, { name: 'queue', ...isDue });
messageSchema.index({ outId: 1 }, { name: 'receipt' });
messageSchema.index({ codeKey: 1 }, { name: 'code', partialFilterExpression: { codeKey: { $gt: '' } } });

export const messageModel = (db: Connection) => db.model('Message', messageSchema);
