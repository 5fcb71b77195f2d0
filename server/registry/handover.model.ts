import { dependentKindNames } from '@wubian/shared/registry/stewardship.ts';
import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

const which = new Schema(
  { kind: { type: String, enum: dependentKindNames, required: true }, id: { type: String, required: true } },
  { _id: false },
);

/** One handing over: from whom to whom, what was asked for, what was done. While `due` is set a worker goes on with it. */
const handoverSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    fromId: { type: String, required: true },
    toId: { type: String, default: null },
    by: { type: String, required: true },
    byRole: { type: String, required: true },
    /** The communities of who asked for it; null for the whole street. */
    communityIds: { type: [String], default: null },
    at: { type: Date, required: true },
    why: { type: String, required: true },
    /** Null: everything. */
    items: { type: [which], default: null },
    keysGiven: { type: [String], required: true },
    done: { type: [which], default: [] },
    state: { type: String, enum: ['moving', 'done'], required: true },
    due: { type: Date },
  },
  { collection: 'handovers', versionKey: false, strict: 'throw' },
);
handoverSchema.index({ streetId: 1, fromId: 1, at: -1 }, { name: 'ofPerson' });
handoverSchema.index({ due: 1 }, { name: 'due', partialFilterExpression: { due: { $gt: new Date(0) } } });

export const handoverModel = (db: Connection) => db.model('Handover', handoverSchema);

export const sealedInHandovers: SealedPlaces = { collection: 'handovers', paths: [{ path: 'why', field: 'why' }] };
