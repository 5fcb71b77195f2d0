import { type Connection, Schema } from 'mongoose';

const drafted = {
  streetId: { type: String, required: true },
  at: { type: Date, required: true },
  by: { type: String, enum: ['person', 'rule'], required: true },
  accountId: { type: String, default: null },
  role: { type: String, default: null },
  act: { type: String, required: true },
  group: { type: String, required: true },
  ids: { type: Schema.Types.Mixed, required: true },
  elderIds: { type: [String], required: true },
  what: { type: String, default: '' },
  reason: { type: String, default: null },
  outcome: { type: String, required: true },
  requestId: { type: String, default: null },
};
const options = { versionKey: false, strict: 'throw', minimize: false } as const;

/**
 * The chains: `_id` is the street's id and the number of the entry. Nothing changes or removes an entry: there is no
 * index with an expiry, and the store has no way to write but to append.
 */
const auditSchema = new Schema(
  {
    _id: String,
    ...drafted,
    callId: { type: String, required: true },
    seq: { type: Number, required: true },
    prev: { type: String, default: '' },
    hash: { type: String, required: true },
  },
  { collection: 'audit', ...options },
);
auditSchema.index({ streetId: 1, callId: 1 }, { unique: true });
auditSchema.index({ streetId: 1, at: -1, seq: -1 });
auditSchema.index({ streetId: 1, accountId: 1, at: -1, seq: -1 });
auditSchema.index({ streetId: 1, elderIds: 1, at: -1, seq: -1 });

/** What has begun and is not in its chain yet; `_id` is the call's id. Nearly empty at all times. */
const inboxSchema = new Schema({ _id: String, ...drafted }, { collection: 'auditInbox', ...options });

/** Where each street's chain ends, signed. */
const headSchema = new Schema(
  { _id: String, streetId: String, seq: Number, hash: String, mac: String },
  { collection: 'auditHeads', ...options },
);

/** Makes the three collections known, with their indexes. */
export function auditModels(db: Connection): void {
  db.model('AuditEntry', auditSchema);
  db.model('AuditInbox', inboxSchema);
  db.model('AuditHead', headSchema);
}
