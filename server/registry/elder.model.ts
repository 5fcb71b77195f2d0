import { childrenLives, livings } from '@wubian/shared/registry/categories.ts';
import {
  choicesOf,
  handicapKindLabels,
  idKindLabels,
  maritalLabels,
  residenceStatusLabels,
  welfareLabels,
} from '@wubian/shared/registry/fact-labels.ts';
import { lifeActNames, lifeStatusNames } from '@wubian/shared/registry/life.ts';
import { type Connection, Schema } from 'mongoose';

const point = new Schema(
  { longitude: { type: Number, required: true }, latitude: { type: Number, required: true } },
  { _id: false },
);
const device = new Schema(
  {
    kind: { type: String, required: true },
    place: { type: String, default: '' },
    testedOn: { type: String, default: null },
  },
  { _id: false },
);
const oneOf = (names: readonly string[]) => ({ type: String, enum: [...names, null], default: null });

/** One writing of the file: who, when, why, which fields, and what stood in them before (sealed). */
const change = new Schema(
  {
    version: { type: Number, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    fields: { type: [String], required: true },
    why: { type: String, required: true },
    source: { type: String, required: true },
    /** The batch of an import or the merge that wrote it. */
    cause: { type: String, default: null },
    before: { type: String, default: null },
    /** A keyed hash of all that was written, to know a repeat by. */
    print: { type: String, required: true },
  },
  { _id: false },
);

/** One entry of the file's life; effects that follow from it are counted in `lifeFollowed`. */
const lifeEntry = new Schema(
  {
    id: { type: String, required: true },
    act: { type: String, enum: lifeActNames, required: true },
    from: { type: String, required: true },
    to: { type: String, required: true },
    on: { type: String, required: true },
    until: { type: String, default: null },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    why: { type: String, required: true },
    undoes: { type: String, default: null },
  },
  { _id: false },
);

/**
 * One old person's file. Fields under `sealed` are envelopes of the field cipher; `phoneKeys`, `doorKeys` and `idKey`
 * are keyed hashes by which they are found. Facts behind the categories are plain, since lists filter by them.
 */
const elderSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    communityId: { type: String, required: true },
    gridId: { type: String, default: null },
    estateId: { type: String, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    nameWords: { type: [String], required: true },
    sex: { type: String, enum: ['female', 'male'], required: true },
    birthDate: { type: String, default: null },
    idKind: { type: String, enum: choicesOf(idKindLabels), default: 'resident' },
    fileNumber: { type: String, default: '' },
    residenceStatus: oneOf(choicesOf(residenceStatusLabels)),
    point: { type: point, default: null },
    living: oneOf(livings),
    childrenLive: oneOf(childrenLives),
    marital: oneOf(choicesOf(maritalLabels)),
    ruralHome: { type: Boolean, default: null },
    hasSupporter: { type: Boolean, default: null },
    welfare: oneOf(choicesOf(welfareLabels)),
    abilityLevel: { type: Number, default: null },
    abilityOn: { type: String, default: null },
    handicapKind: oneOf(choicesOf(handicapKindLabels)),
    handicapGrade: { type: Number, default: null },
    familyPlanningSpecial: { type: Boolean, default: null },
    devices: { type: [device], default: [] },
    responsibleId: { type: String, default: null },
    contactCount: { type: Number, default: 0 },
    sealed: {
      type: new Schema(
        {
          phone: { type: String, default: null },
          idNumber: { type: String, default: null },
          door: { type: String, required: true },
          contacts: { type: String, required: true },
          doorNotes: { type: String, required: true },
          careNotes: { type: String, required: true },
          /** The facts that no list shows and no search finds, as one text. */
          more: { type: String, required: true },
        },
        { _id: false },
      ),
      required: true,
    },
    phoneKeys: { type: [String], required: true },
    /** The phones of those who keep a key to her door. */
    keyPhones: { type: [String], default: [] },
    doorKeys: { type: [String], required: true },
    idKey: { type: String, default: null },
    /** Search keys (shared/registry/search-keys.ts), as of `keysDay`. */
    keys: { type: [String], required: true },
    keysDay: { type: String, required: true },
    status: { type: String, enum: lifeStatusNames, default: 'present' },
    statusSince: { type: String, default: null },
    /** When she is expected back; the clock then brings her back. */
    statusUntil: { type: String, default: null },
    life: { type: [lifeEntry], default: [] },
    lifeFollowed: { type: Number, default: 0 },
    /** There only while entries wait for their effects. */
    lifeDue: { type: Boolean },
    /** Roles of the old person herself that her death ended, to be given back by an undo. */
    lifeRoles: {
      type: [new Schema({ accountId: String, communityIds: [String] }, { _id: false })],
      default: undefined,
    },
    /** An undo of a life move that one person has asked for and a second must confirm. */
    undoAsked: {
      type: new Schema(
        {
          moveId: { type: String, required: true },
          by: { type: String, required: true },
          at: { type: Date, required: true },
          why: { type: String, required: true },
        },
        { _id: false },
      ),
      default: null,
    },
    /** The merge that is under way with this file: until it is done no other begins and nobody edits. */
    merging: { type: String },
    /** The winner of the merge that closed this file. */
    mergedInto: { type: String, default: null },
    version: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
    changes: [change],
  },
  { collection: 'elders', versionKey: false, strict: 'throw' },
);

// Each search and filter of the list runs in the order of names on an index of its own. The status stands at the end of
// each, so that counting reads no file (tests/store/registry-queries.test.ts).
const named = { nameKey: 1, _id: 1, status: 1 } as const;
elderSchema.index({ streetId: 1, ...named }, { name: 'inStreet' });
elderSchema.index({ streetId: 1, communityId: 1, ...named }, { name: 'inCommunity' });
elderSchema.index({ streetId: 1, estateId: 1, ...named }, { name: 'inEstate' });
// With the community, so that a worker's own are found and counted without reading those of others.
elderSchema.index({ streetId: 1, keys: 1, ...named, communityId: 1 }, { name: 'bySearchWord' });
elderSchema.index({ streetId: 1, nameWords: 1, ...named }, { name: 'byWord' });
elderSchema.index({ streetId: 1, fileNumber: 1, ...named }, { name: 'byNumber' });
elderSchema.index({ streetId: 1, doorKeys: 1, ...named, estateId: 1 }, { name: 'byDoorKey' });
// With community and status at the end, so that a worker's own and those stale are found in the index alone.
elderSchema.index({ streetId: 1, birthDate: 1, _id: 1, communityId: 1, status: 1 }, { name: 'byBirth' });
elderSchema.index({ streetId: 1, updatedAt: 1, _id: 1, communityId: 1, status: 1 }, { name: 'byUpdate' });
elderSchema.index({ streetId: 1, abilityOn: 1, _id: 1 }, { name: 'byAbility' });
elderSchema.index({ streetId: 1, phoneKeys: 1 }, { name: 'byPhone' });
elderSchema.index(
  { streetId: 1, keyPhones: 1 },
  { name: 'byKeyHolder', partialFilterExpression: { keyPhones: { $gt: '' } } },
);
elderSchema.index(
  { streetId: 1, responsibleId: 1, communityId: 1, status: 1, _id: 1 },
  { name: 'ofWorker', partialFilterExpression: { responsibleId: { $gt: '' } } },
);
elderSchema.index({ streetId: 1, name: 1, birthDate: 1 }, { name: 'byTwin' });
// Partial by `$gt: ''`: the engine does not see that a string sought is of type string, and reads every file instead.
elderSchema.index(
  { streetId: 1, statusUntil: 1 },
  { name: 'byReturnDay', partialFilterExpression: { statusUntil: { $gt: '' } } },
);
elderSchema.index({ streetId: 1, lifeDue: 1 }, { name: 'byLifeDue', partialFilterExpression: { lifeDue: true } });
elderSchema.index(
  { streetId: 1, 'undoAsked.at': 1 },
  { name: 'byUndo', partialFilterExpression: { 'undoAsked.moveId': { $type: 'string' } } },
);
// One living file for each document: what two clerks add at once, or a sheet brings twice, is one file.
elderSchema.index(
  { streetId: 1, idKey: 1 },
  { name: 'byIdKey', unique: true, partialFilterExpression: { idKey: { $gt: '' } } },
);

export const elderModel = (db: Connection) => db.model('Elder', elderSchema);
