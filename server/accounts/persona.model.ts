import { roleNames } from '@wubian/shared/roles.ts';
import { type Connection, Schema } from 'mongoose';

/** A ready-made identity of the demo street. The collection is empty everywhere else. */
const personaSchema = new Schema(
  {
    /** Its key. */
    _id: String,
    place: { type: Number, required: true },
    accountId: { type: String, required: true },
    assignmentId: { type: String, required: true },
    name: { type: String, required: true },
    role: { type: String, enum: roleNames, required: true },
    label: { type: String, required: true },
    about: { type: String, required: true },
  },
  { collection: 'personas', versionKey: false, strict: 'throw' },
);

export const personaModel = (db: Connection) => db.model('Persona', personaSchema);
