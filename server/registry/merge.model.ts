import { mergeStates } from '@wubian/shared/registry/merging.ts';
import { type Connection, Schema } from 'mongoose';
import type { SealedPlaces } from '../store/sealed-places.ts';

const hand = { by: { type: String, required: true }, at: { type: Date, required: true } };

/**
 * One merge: what was chosen, both files as they stood (sealed, byte for byte), and every document that was moved. It
 * is its own outbox: while `due` is set a worker goes on with it.
 */
const mergeSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    winnerId: { type: String, required: true },
    loserId: { type: String, required: true },
    /** Where both files were, for those who may see the record. */
    communityIds: { type: [String], required: true },
    ...hand,
    state: { type: String, enum: mergeStates, required: true },
    choose: { type: Schema.Types.Mixed, required: true },
    winnerVersion: { type: Number, required: true },
    loserVersion: { type: Number, required: true },
    why: { type: String, required: true },
    before: {
      type: new Schema(
        { winner: { type: Buffer, required: true }, loser: { type: Buffer, required: true } },
        { _id: false },
      ),
      required: true,
    },
    /** Ids of the documents that were moved, by collection. */
    moved: { type: Schema.Types.Mixed, default: {} },
    undone: {
      type: new Schema({ ...hand, why: { type: String, required: true } }, { _id: false }),
      default: null,
    },
    /** When a worker looks at it (again); not there when nothing is left to do. */
    due: { type: Date },
  },
  { collection: 'merges', versionKey: false, strict: 'throw', minimize: false },
);
mergeSchema.index({ streetId: 1, at: -1, _id: -1 }, { name: 'ofStreet' });
mergeSchema.index({ streetId: 1, winnerId: 1 }, { name: 'ofWinner' });
mergeSchema.index({ streetId: 1, loserId: 1 }, { name: 'ofLoser' });
mergeSchema.index({ due: 1 }, { name: 'due', partialFilterExpression: { due: { $gt: new Date(0) } } });

export const mergeModel = (db: Connection) => db.model('Merge', mergeSchema);

export const sealedInMerges: SealedPlaces = {
  collection: 'merges',
  paths: [
    { path: 'why', field: 'why' },
    { path: 'undone.why', field: 'undone.why' },
    { path: 'before.winner', field: 'before.winner' },
    { path: 'before.loser', field: 'before.loser' },
  ],
};
