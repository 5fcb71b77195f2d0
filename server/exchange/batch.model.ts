import { batchStates } from '@wubian/shared/exchange/imports-contract.ts';
import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

/** One import of one sheet. */
const batchSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    /** What its maker reaches; null is the whole street. */
    communityIds: { type: [String], default: null },
    fileId: { type: String, required: true },
    fileName: { type: String, required: true },
    source: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    state: { type: String, enum: Object.keys(batchStates), required: true },
    words: { type: String, default: '' },
    /** '' for a CSV file, whose sheet has no name. */
    sheetName: { type: String, default: '' },
    sheetNames: { type: [String], required: true },
    headerRow: { type: Number, required: true },
    dataFrom: { type: Number, required: true },
    titles: { type: [String], required: true },
    columns: { type: [String], required: true },
    sure: { type: [Boolean], required: true },
    remembered: { type: Boolean, required: true },
    communityId: { type: String, default: null },
    missingIn: { type: [String], default: null },
    /** Added to the versions that the batch writes (see versionOf in batch.store.ts). */
    salt: { type: Number, required: true },
    /** How far the present step has come: the last row of the sheet (checking), or the last row id. */
    place: { type: String, default: '' },
    rows: { type: Number, default: 0 },
    total: { type: Number, default: null },
    counts: { type: Schema.Types.Mixed, default: null },
    states: { type: Schema.Types.Mixed, default: null },
    undecided: { type: Number, default: 0 },
    appliedAt: { type: Date, default: null },
    appliedBy: { type: String, default: null },
    undoUntil: { type: Date, default: null },
    /** When its rows, with all that is sealed in them, are deleted. */
    rowsUntil: { type: Date, default: null },
    /** When a worker should take it: a lease is this moved forward. Null when nothing is to be done. */
    dueAt: { type: Date, default: null },
    token: { type: String, default: null },
    tries: { type: Number, default: 0 },
  },
  { collection: 'importBatches', versionKey: false, strict: 'throw' },
);
batchSchema.index({ streetId: 1, at: -1, _id: -1 }, { name: 'ofStreet' });
batchSchema.index({ dueAt: 1 }, { name: 'due', partialFilterExpression: { dueAt: { $gt: new Date(0) } } });
batchSchema.index({ rowsUntil: 1 }, { name: 'old', partialFilterExpression: { rowsUntil: { $gt: new Date(0) } } });

/**
 * A row of a sheet as the check has judged it. Its id ends in the row's number with leading zeros, so that rows of a
 * batch lie in their order; `sealed` holds facts and faults, `image` the file as it was stored before (sealed in itself).
 */
const rowSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    batchId: { type: String, required: true },
    row: { type: Number, default: null },
    verdict: { type: String, required: true },
    state: { type: String, required: true },
    decision: { type: String, default: null },
    elderId: { type: String, default: null },
    from: { type: Number, default: 0 },
    /** What else in the sheet would be the same: keyed hashes, and the file that it is about. */
    keys: { type: [String], required: true },
    communityId: { type: String, default: null },
    note: { type: String, default: '' },
    sealed: { type: Buffer, required: true },
    image: { type: Buffer, default: null },
  },
  { collection: 'importRows', versionKey: false, strict: 'throw' },
);
rowSchema.index({ streetId: 1, batchId: 1, verdict: 1, _id: 1 }, { name: 'byVerdict' });
rowSchema.index({ streetId: 1, batchId: 1, state: 1, _id: 1 }, { name: 'byState' });
rowSchema.index({ streetId: 1, batchId: 1, keys: 1 }, { name: 'byKey' });

/** Which columns a source's sheets have, by the print of the header. */
const mappingSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    source: { type: String, required: true },
    print: { type: String, required: true },
    columns: { type: [String], required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'importMappings', versionKey: false, strict: 'throw' },
);
mappingSchema.index({ streetId: 1, print: 1, at: -1 }, { name: 'byHeader' });

/** For the change of keys. What is sealed inside `image` is not reached: rows are gone after `undoableMs`. */
export const sealedInRows: SealedPlaces = { collection: 'importRows', paths: [{ path: 'sealed', field: 'sealed' }] };

export const batchModels = (db: Connection) => ({
  BatchModel: db.model('ImportBatch', batchSchema),
  RowModel: db.model('ImportRow', rowSchema),
  MappingModel: db.model('ImportMapping', mappingSchema),
});
