import { standards } from '@wubian/shared/bedside/ability.ts';
import { reasonNames } from '@wubian/shared/bedside/reasons.ts';
import { type Connection, Schema } from 'mongoose';

/**
 * One result of an ability assessment. `sheet` is an envelope of the field cipher: items, diagnoses, words and the
 * people who made it. What lists sort by is plain. Never changed but for `voided`.
 */
const assessmentSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    elderId: { type: String, required: true },
    standard: { type: String, enum: Object.values(standards), required: true },
    form: { type: String, enum: ['sheet', 'conclusion'], required: true },
    day: { type: String, required: true },
    level: { type: Number, required: true },
    total: { type: Number, default: null },
    reason: { type: String, enum: [...reasonNames, null], default: null },
    sheet: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    /** A keyed hash of all that was sent, to know a repeat by. */
    print: { type: String, required: true },
    voided: {
      type: new Schema(
        {
          at: { type: Date, required: true },
          by: { type: String, required: true },
          reason: { type: String, required: true },
        },
        { _id: false },
      ),
      default: null,
    },
    version: { type: Number, required: true },
    /** Whether the elder's file and the list of those due know of this version. */
    followed: { type: Boolean, required: true },
  },
  { collection: 'assessments', versionKey: false, strict: 'throw' },
);

assessmentSchema.index({ streetId: 1, elderId: 1, day: -1, at: -1, _id: -1 }, { name: 'ofElder' });
assessmentSchema.index({ followed: 1 }, { partialFilterExpression: { followed: false }, name: 'toFollow' });

export const assessmentModel = (db: Connection) => db.model('Assessment', assessmentSchema);
