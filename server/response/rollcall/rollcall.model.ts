import { riskColours } from '@wubian/shared/registry/risk.ts';
import {
  entryKinds,
  phaseNames,
  type RollCallReason,
  reasons,
  rowStateNames,
  tierNames,
} from '@wubian/shared/response/rollcall/labels.ts';
import { type Connection, Schema } from 'mongoose';

const text = { type: String, default: '' };
const instant = { type: Date, default: null };
const needed = { type: String, required: true };
const plain = { _id: false, minimize: false } as const;

const by = {
  accountId: { type: String, default: null },
  name: text,
  role: { type: String, default: null },
  relation: text,
};
const person = { accountId: needed, role: needed, name: text };
const tier = { type: String, enum: tierNames, required: true };

const helper = new Schema(
  {
    ...person,
    tier,
    communityIds: [String],
    estateId: { type: String, default: null },
    elderIds: [String],
    turn: { type: Number, required: true },
  },
  plain,
);

const rollCallSchema = new Schema(
  {
    _id: String,
    streetId: needed,
    communityIds: { type: [String], required: true },
    reason: { type: String, enum: Object.keys(reasons) as RollCallReason[], required: true },
    words: text,
    drill: { type: Boolean, required: true },
    minutes: { type: Number, required: true },
    perPerson: { type: Number, required: true },
    choice: { type: Schema.Types.Mixed, required: true },
    startedBy: { type: new Schema(by, plain), required: true },
    startedAt: { type: Date, required: true },
    phase: { type: String, enum: phaseNames, required: true },
    listedTo: text,
    listed: { type: Number, default: 0 },
    planned: { type: Number, default: 0 },
    helpers: [helper],
    toldAt: instant,
    remindedAt: instant,
    reminders: [String],
    closedAt: instant,
    closedBy: { type: new Schema(by, plain), default: null },
    closeReason: text,
    workDue: instant,
    workToken: { type: String, default: null },
  },
  { collection: 'rollCalls', versionKey: false, strict: 'throw', minimize: false },
);
rollCallSchema.index({ streetId: 1, startedAt: -1, _id: 1 }, { name: 'by_time' });
// The workers look over all streets; a date after this one is a date at all.
const isDue = { $gt: new Date(0) };
rollCallSchema.index({ workDue: 1 }, { name: 'writer', partialFilterExpression: { workDue: isDue } });

const entry = new Schema(
  {
    id: { type: String, default: null },
    kind: { type: String, enum: entryKinds, required: true },
    by: { type: new Schema(by, plain), required: true },
    at: { type: Date, required: true },
    was: {
      type: new Schema({ state: { type: String, enum: rowStateNames, required: true }, deadline: instant }, plain),
      required: true,
    },
  },
  plain,
);

const rowSchema = new Schema(
  {
    _id: String,
    streetId: needed,
    rollCallId: needed,
    communityId: needed,
    estateId: needed,
    building: text,
    elderId: needed,
    elderName: text,
    risk: { type: String, enum: riskColours, required: true },
    responsibleId: { type: String, default: null },
    keyHolders: [new Schema(person, plain)],
    planned: { type: Boolean, required: true },
    callers: [new Schema({ ...person, tier }, plain)],
    step: { type: Number, required: true },
    calledIds: { type: [String], default: [] },
    state: { type: String, enum: rowStateNames, required: true },
    open: { type: Boolean, required: true },
    incidentId: { type: String, default: null },
    deadline: instant,
    nextDue: instant,
    token: { type: String, default: null },
    history: [entry],
    seq: { type: Number, required: true },
  },
  { collection: 'rollCallRows', versionKey: false, strict: 'throw', minimize: false },
);
rowSchema.index({ streetId: 1, rollCallId: 1, communityId: 1, state: 1, _id: 1 }, { name: 'by_place' });
rowSchema.index({ streetId: 1, rollCallId: 1, _id: 1 }, { name: 'by_roll_call' });
rowSchema.index({ streetId: 1, calledIds: 1, open: 1 }, { name: 'by_caller' });
rowSchema.index({ streetId: 1, elderId: 1, open: 1 }, { name: 'by_elder' });
rowSchema.index({ nextDue: 1 }, { name: 'clock', partialFilterExpression: { nextDue: isDue } });

export const rollCallModel = (db: Connection) => db.model('RollCall', rollCallSchema);
export const rollCallRowModel = (db: Connection) => db.model('RollCallRow', rowSchema);
