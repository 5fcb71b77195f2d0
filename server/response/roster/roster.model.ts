import { opinionGrades, overrideKinds } from '@wubian/shared/response/roster/labels.ts';
import { leaveStates, swapStates } from '@wubian/shared/response/roster/schema.ts';
import { type Connection, Schema, type SchemaDefinition } from 'mongoose';

const need = { type: String, required: true };
const maybe = { type: String, default: null };
const text = { type: String, default: '' };
const instant = { type: Date, required: true };
const own = { _id: false } as const;

const shift = new Schema(
  {
    ...{ id: need, name: text, from: need, to: need, days: need, weekdays: [Number], each: need, since: need },
    turns: [[String]],
  },
  own,
);
const plan = new Schema({ from: instant, shifts: [shift], by: need, byName: need, at: instant, holes: Number }, own);
const fixed = new Schema({ from: instant, to: instant, accountIds: [String] }, own);
const reading = new Schema({ accountId: need, at: instant }, own);

const schemaOf = (collection: string, fields: SchemaDefinition) =>
  new Schema({ _id: String, streetId: need, ...fields }, { collection, versionKey: false, strict: 'throw' });

const posts = schemaOf('dutyPosts', {
  ...{ communityId: maybe, name: need, phone: maybe, rev: { type: Number, required: true } },
  draft: { type: [shift], default: null },
  plans: [plan],
});
posts.index({ streetId: 1, communityId: 1 });

const changes = schemaOf('dutyChanges', {
  ...{ postId: need, kind: { type: String, enum: [...overrideKinds, 'temporary'] }, out: maybe, in: maybe },
  ...{ shifts: [fixed], from: instant, to: instant, reason: text, by: need, byName: need, at: instant },
});
changes.index({ streetId: 1, to: 1 });

const swaps = schemaOf('dutySwaps', {
  ...{ postId: need, communityId: maybe, from: instant, to: instant, by: need, only: maybe, words: text },
  ...{
    state: { type: String, enum: swapStates, required: true },
    takenBy: maybe,
    takenAt: { type: Date },
    at: instant,
  },
});
swaps.index({ streetId: 1, state: 1, to: 1 });
// The same shift is offered once at a time.
swaps.index(
  { streetId: 1, postId: 1, by: 1, from: 1 },
  { name: 'one_offer', unique: true, partialFilterExpression: { state: 'open' } },
);
// The worker looks over all streets.
swaps.index({ from: 1 }, { name: 'open_from', partialFilterExpression: { state: 'open' } });

const leaves = schemaOf('dutyLeaves', {
  ...{ accountId: need, communityIds: [String], from: instant, to: instant, reason: text, words: text, at: instant },
  ...{ state: { type: String, enum: leaveStates, required: true }, decidedBy: maybe, decidedAt: { type: Date } },
});
leaves.index({ streetId: 1, state: 1, to: 1 });
leaves.index({ streetId: 1, accountId: 1, to: -1 });

const notes = schemaOf('dutyNotes', {
  ...{ postId: need, communityId: maybe, by: need, at: instant, words: need, forFrom: { type: Date, default: null } },
  ...{ readBy: [reading], unreadDue: { type: Date, default: null } },
});
notes.index({ streetId: 1, communityId: 1, at: -1, _id: -1 });
notes.index({ unreadDue: 1 }, { name: 'unread', partialFilterExpression: { unreadDue: { $gt: new Date(0) } } });

const opinions = schemaOf('dutyOpinions', {
  ...{ communityId: need, elderId: need, day: need, grade: { type: String, enum: opinionGrades }, words: text },
  ...{ onDuty: [String], at: instant },
});
opinions.index({ streetId: 1, communityId: 1, day: -1 });
opinions.index({ streetId: 1, elderId: 1 });

const trainings = schemaOf('dutyTrainings', { day: need, title: need, accountIds: [String], by: need, at: instant });
trainings.index({ streetId: 1, day: -1 });

const cards = schemaOf('dutyCards', { accountId: need, showsPhone: Boolean });

/** Registers every collection of the roster, so that its indexes are made at start. */
export function rosterModels(db: Connection): void {
  const all = { DutyPost: posts, DutyChange: changes, DutySwap: swaps, DutyLeave: leaves, DutyNote: notes };
  const more = { DutyOpinion: opinions, DutyTraining: trainings, DutyCard: cards };
  for (const [name, schema] of Object.entries({ ...all, ...more })) db.models[name] ?? db.model(name, schema);
}
