import { Relation } from '@wubian/shared/registry/contract.ts';
import { grantMoves, grantStates } from '@wubian/shared/registry/grant-lifecycle.ts';
import { type Connection, Schema } from 'mongoose';

/** How an old person's own wish was learnt. */
export const hows = ['self', 'visit', 'phone', 'paper'] as const;

/** A family member's right to act for one old person, or somebody's claim to be her. */
const grantSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    communityId: { type: String, required: true },
    state: { type: String, enum: grantStates, required: true },
    askerId: { type: String, required: true },
    relation: { type: String, enum: Relation.options, required: true },
    scopes: { type: [{ type: String, enum: ['see', 'ask', 'confirm'] }], required: true },
    until: { type: String, required: true },
    typedName: { type: String, required: true },
    /** The file: as matched at asking (which the asker never learns), then as confirmed. */
    elderId: { type: String, default: null },
    confirmed: { type: Boolean, required: true },
    askedAt: { type: Date, required: true },
    answeredBy: { type: String, default: null },
    answeredHow: { type: String, enum: [...hows, null], default: null },
    answeredAt: { type: Date, default: null },
    note: { type: String, default: '' },
    history: [
      new Schema(
        {
          move: { type: String, enum: ['ask', ...Object.keys(grantMoves)], required: true },
          at: { type: Date, required: true },
          by: { type: String, required: true },
        },
        { _id: false },
      ),
    ],
    /** How many entries of the history have had their effects; `due` while some have not. */
    followed: { type: Number, required: true },
    due: { type: Boolean, required: true },
  },
  { collection: 'grants', versionKey: false, strict: 'throw' },
);

// One person has at most one open or good grant over one file.
grantSchema.index(
  { streetId: 1, askerId: 1, elderId: 1 },
  {
    unique: true,
    partialFilterExpression: { elderId: { $type: 'string' }, state: { $in: ['asked', 'active'] } },
    name: 'oncePerElder',
  },
);
grantSchema.index({ streetId: 1, communityId: 1, state: 1, askedAt: -1 }, { name: 'ofCommunity' });
grantSchema.index({ streetId: 1, elderId: 1, state: 1 }, { name: 'ofElder' });
// A person sees her own in every street; the sweep and the follower walk all streets.
grantSchema.index({ askerId: 1, askedAt: -1 }, { name: 'ofAsker' });
grantSchema.index({ state: 1, until: 1 }, { name: 'runsOut' });
grantSchema.index({ due: 1 }, { partialFilterExpression: { due: true }, name: 'due' });

export const grantModel = (db: Connection) => db.model('Grant', grantSchema);
