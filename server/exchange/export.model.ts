import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

/** A file that is made for somebody in the background. */
const exportSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    communityIds: { type: [String], default: null },
    kind: { type: String, enum: ['elders', 'errors'], required: true },
    by: { type: String, required: true },
    role: { type: String, required: true },
    at: { type: Date, required: true },
    state: { type: String, enum: ['running', 'done', 'failed'], required: true },
    words: { type: String, default: '' },
    fileName: { type: String, required: true },
    /** Sealed: what was asked for may hold a name or a phone to search by, and the reason is a person's own words. */
    asked: { type: String, required: true },
    reveal: { type: Boolean, required: true },
    rows: { type: Number, default: 0 },
    size: { type: Number, default: 0 },
    expiresAt: { type: Date, required: true },
    dueAt: { type: Date, default: null },
    token: { type: String, default: null },
    tries: { type: Number, default: 0 },
  },
  { collection: 'exports', versionKey: false, strict: 'throw' },
);
exportSchema.index({ streetId: 1, by: 1, at: -1 }, { name: 'ofPerson' });
exportSchema.index({ dueAt: 1 }, { name: 'due', partialFilterExpression: { dueAt: { $gt: new Date(0) } } });

/** Whose raw data an export held: kept for ever, like the audit, so that she can be told. */
const exportedElderSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    elderId: { type: String, required: true },
    exportId: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'exportElders', versionKey: false, strict: 'throw' },
);
exportedElderSchema.index({ streetId: 1, elderId: 1, at: -1 }, { name: 'ofElder' });

/** For the change of keys. */
export const sealedInExports: SealedPlaces = { collection: 'exports', paths: [{ path: 'asked', field: 'asked' }] };

export const exportModels = (db: Connection) => ({
  ExportModel: db.model('Export', exportSchema),
  ExportedElder: db.model('ExportedElder', exportedElderSchema),
});
