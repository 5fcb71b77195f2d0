import { kindNames, qualifications } from '@wubian/shared/companion/kinds.ts';
import { moveNames, statusNames } from '@wubian/shared/companion/lifecycle.ts';
import { doorOpeners } from '@wubian/shared/companion/schema.ts';
import { type Connection, Schema } from 'mongoose';

const text = { type: String, default: '' };
const instant = { type: Date, default: null };

const by = new Schema(
  {
    accountId: { type: String, default: null },
    name: text,
    role: { type: String, default: null },
    relation: { type: String, default: null },
  },
  { _id: false },
);

const entry = new Schema(
  {
    move: { type: String, enum: ['ask', ...moveNames], required: true },
    by: { type: by, required: true },
    at: { type: Date, required: true },
    words: text,
    forElder: { type: Boolean, default: false },
    volunteerId: { type: String, default: null },
  },
  { _id: false },
);

const concern = new Schema(
  { words: text, at: Date, heededAt: instant, heededBy: { type: String, default: null }, heededWords: text },
  { _id: false },
);

const taskSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    communityId: { type: String, required: true },
    estateId: { type: String, required: true },
    elderId: { type: String, required: true },
    elderName: { type: String, required: true },
    elderMasked: { type: String, required: true },
    kind: { type: String, enum: kindNames, required: true },
    kindLabel: { type: String, required: true },
    part: { type: Boolean, required: true },
    needs: [{ type: String, enum: qualifications }],
    windowFrom: { type: Date, required: true },
    windowTo: { type: Date, required: true },
    bring: text,
    doorOpener: { type: String, enum: doorOpeners, required: true },
    doorNote: text,
    again: { type: Boolean, default: false },
    asker: { type: by, required: true },
    askedAt: { type: Date, required: true },
    status: { type: String, enum: statusNames, required: true },
    since: { type: Date, required: true },
    volunteerId: { type: String, default: null },
    volunteerName: { type: String, default: null },
    claimedAt: instant,
    startedAt: instant,
    finishedAt: instant,
    minutes: { type: Number, default: null },
    did: text,
    noticed: text,
    concern: { type: concern, default: null },
    concernOpen: { type: Boolean, default: false },
    photos: [new Schema({ id: String, at: Date }, { _id: false })],
    history: [entry],
    seq: { type: Number, required: true },
    handledSeq: { type: Number, required: true },
    outboxDue: instant,
    nextDue: instant,
    outboxToken: { type: String, default: null },
    clockToken: { type: String, default: null },
  },
  { collection: 'tasks', versionKey: false, strict: 'throw' },
);

// Open tasks: the nearest estate is one range of the first index; a volunteer without a point reads the second.
const isOpen = { partialFilterExpression: { status: 'open' } };
taskSchema.index({ streetId: 1, estateId: 1, windowFrom: 1, _id: 1 }, { name: 'open_by_estate', ...isOpen });
taskSchema.index({ streetId: 1, windowFrom: 1, _id: 1 }, { name: 'open_by_time', ...isOpen });
taskSchema.index({ streetId: 1, elderId: 1, windowFrom: 1, _id: 1 }, { name: 'by_elder' });
taskSchema.index(
  { streetId: 1, volunteerId: 1, windowFrom: 1, _id: 1 },
  { name: 'by_volunteer', partialFilterExpression: { volunteerId: { $gt: '' } } },
);
taskSchema.index({ streetId: 1, communityId: 1, status: 1, since: 1, _id: 1 }, { name: 'by_community' });
taskSchema.index(
  { streetId: 1, communityId: 1, since: 1, _id: 1 },
  { name: 'concerns', partialFilterExpression: { concernOpen: true } },
);
// The workers look over all streets; a date after this one is a date at all, which keeps both indexes small.
const isDue = { $gt: new Date(0) };
taskSchema.index({ outboxDue: 1 }, { name: 'outbox', partialFilterExpression: { outboxDue: isDue } });
taskSchema.index({ nextDue: 1 }, { name: 'clock', partialFilterExpression: { nextDue: isDue } });

export const taskModel = (db: Connection) => db.model('Task', taskSchema);
