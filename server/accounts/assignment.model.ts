import { roleNames } from '@wubian/shared/roles.ts';
import { type Connection, Schema } from 'mongoose';

const states = ['pending', 'active', 'ended'] as const;

/** One role that a person holds in one street, with its scope and how it came to be. */
const assignmentSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    accountId: { type: String, required: true },
    role: { type: String, enum: roleNames, required: true },
    communityIds: { type: [String], default: [] },
    elderId: { type: String, default: null },
    state: { type: String, enum: states, required: true },
    /** Pending or active: what the unique index below counts. */
    held: { type: Boolean, required: true },
    history: [
      new Schema(
        {
          at: { type: Date, required: true },
          by: { type: String, required: true },
          what: { type: String, enum: ['applied', 'given', 'admitted', 'ended'], required: true },
          reason: String,
        },
        { _id: false },
      ),
    ],
  },
  { collection: 'roleAssignments', versionKey: false, strict: 'throw' },
);

// One person holds a role once in a street; a resident once for each elder's file (a couple may share a phone).
assignmentSchema.index(
  { streetId: 1, accountId: 1, role: 1, elderId: 1 },
  { unique: true, partialFilterExpression: { held: true }, name: 'heldOnce' },
);
assignmentSchema.index({ streetId: 1, role: 1, state: 1, communityIds: 1 }, { name: 'holders' });
assignmentSchema.index({ streetId: 1, elderId: 1, role: 1, state: 1 }, { name: 'ofElder' });
// At sign-in a person's roles are found before any street is known.
assignmentSchema.index({ accountId: 1, state: 1 }, { name: 'ofPerson' });

export const assignmentModel = (db: Connection) => db.model('RoleAssignment', assignmentSchema);
