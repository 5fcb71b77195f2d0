import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

/** A file that somebody has uploaded or that was made for her. */
const fileSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    name: { type: String, required: true },
    mime: { type: String, required: true },
    size: { type: Number, required: true },
    parts: { type: Number, required: true },
    finished: { type: Boolean, required: true },
    /** Whether raw personal data is in it, so that each download is entered as a reveal. */
    reveal: { type: Boolean, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'exchangeFiles', versionKey: false, strict: 'throw' },
);
fileSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'expired' });

/** A piece of a file, sealed for its place. */
const partSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    fileId: { type: String, required: true },
    n: { type: Number, required: true },
    sealed: { type: Buffer, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'exchangeParts', versionKey: false, strict: 'throw' },
);
partSchema.index({ streetId: 1, fileId: 1, n: 1 }, { name: 'ofFile' });
partSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'expired' });

/** For the change of keys. */
export const sealedInParts: SealedPlaces = {
  collection: 'exchangeParts',
  paths: [{ path: 'sealed', field: 'sealed' }],
};

export const fileModels = (db: Connection) => ({
  File: db.model('ExchangeFile', fileSchema),
  Part: db.model('ExchangePart', partSchema),
});
