import { namesOf, sources, triages } from '@wubian/shared/response/labels.ts';
import { moveNames, statusNames } from '@wubian/shared/response/lifecycle.ts';
import { type Connection, Schema } from 'mongoose';

const instant = { type: Date, default: null };
const text = { type: String, default: '' };
const mixed = { type: Schema.Types.Mixed, required: true };

const by = new Schema(
  { accountId: { type: String, default: null }, name: text, role: { type: String, default: null }, relation: text },
  { _id: false },
);

const entry = new Schema(
  {
    id: { type: String, default: null },
    move: { type: String, enum: ['raise', ...moveNames], required: true },
    by: { type: by, required: true },
    at: { type: Date, required: true },
    words: text,
    said: mixed,
    rung: { type: Number, default: null },
  },
  { _id: false, minimize: false },
);

const responder = new Schema(
  {
    key: { type: String, required: true },
    accountId: { type: String, default: null },
    name: text,
    role: { type: String, default: null },
    relation: text,
    state: { type: String, enum: ['lead', 'joined', 'stoodDown'], required: true },
    at: { type: Date, required: true },
  },
  { _id: false },
);

const incidentSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    communityId: { type: String, required: true },
    estateId: { type: String, required: true },
    elderId: { type: String, required: true },
    elderName: { type: String, required: true },
    drill: { type: Boolean, required: true },
    source: { type: String, enum: namesOf(sources), required: true },
    raisedBy: { type: by, required: true },
    raisedAt: { type: Date, required: true },
    heardAt: instant,
    pressedAt: instant,
    status: { type: String, enum: statusNames, required: true },
    since: { type: Date, required: true },
    open: { type: Boolean, required: true },
    only: { type: Boolean, required: true },
    triage: { type: String, enum: [...namesOf(triages), null], default: null },
    ladder: mixed,
    times: mixed,
    responders: [responder],
    noAnswerSince: instant,
    followed: { type: Boolean, default: false },
    history: [entry],
    seq: { type: Number, required: true },
    handledSeq: { type: Number, required: true },
    outboxDue: instant,
    nextDue: instant,
    rank: { type: Number, required: true },
    outboxToken: { type: String, default: null },
    clockToken: { type: String, default: null },
  },
  { collection: 'incidents', versionKey: false, strict: 'throw', minimize: false },
);

// An old person has one open call at a time: two presses, or a device that keeps ringing, are one.
incidentSchema.index(
  { streetId: 1, elderId: 1, drill: 1 },
  { name: 'one_open', unique: true, partialFilterExpression: { only: true } },
);
incidentSchema.index({ streetId: 1, elderId: 1, raisedAt: -1, _id: 1 }, { name: 'by_elder' });
incidentSchema.index({ streetId: 1, communityId: 1, raisedAt: -1, _id: 1 }, { name: 'by_community' });
incidentSchema.index({ streetId: 1, raisedAt: -1, _id: 1 }, { name: 'by_time' });
incidentSchema.index({ streetId: 1, raisedAt: -1 }, { name: 'open_ones', partialFilterExpression: { open: true } });
incidentSchema.index(
  { streetId: 1, raisedAt: -1, _id: 1 },
  { name: 'drills', partialFilterExpression: { drill: true } },
);
incidentSchema.index({ streetId: 1, 'responders.accountId': 1, raisedAt: -1 }, { name: 'by_responder' });
// The workers look over all streets; a date after this one is a date at all.
const isDue = { $gt: new Date(0) };
incidentSchema.index({ rank: 1, outboxDue: 1 }, { name: 'outbox', partialFilterExpression: { outboxDue: isDue } });
incidentSchema.index({ rank: 1, nextDue: 1 }, { name: 'clock', partialFilterExpression: { nextDue: isDue } });

export const incidentModel = (db: Connection) => db.model('Incident', incidentSchema);
