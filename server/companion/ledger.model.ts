import { kindNames } from '@wubian/shared/companion/kinds.ts';
import { type Ground, grounds } from '@wubian/shared/companion/schema.ts';
import { type Connection, Schema } from 'mongoose';

const groundNames = Object.keys(grounds) as Ground[];

/** Minutes of service that count. A line is made once (its id is task and history number) and never changed. */
const ledgerSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    communityId: { type: String, required: true },
    volunteerId: { type: String, required: true },
    taskId: { type: String, required: true },
    elderId: { type: String, required: true },
    elderMasked: { type: String, required: true },
    kind: { type: String, enum: kindNames, required: true },
    kindLabel: { type: String, required: true },
    minutes: { type: Number, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date, required: true },
    ground: { type: String, enum: groundNames, required: true },
    groundLabel: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'ledger', versionKey: false, strict: 'throw' },
);

ledgerSchema.index({ streetId: 1, volunteerId: 1, at: -1, _id: -1 });
ledgerSchema.index({ streetId: 1, at: -1 });
ledgerSchema.index({ streetId: 1, elderId: 1 }, { name: 'ofElder' });

export const ledgerModel = (db: Connection) => db.model('LedgerLine', ledgerSchema);
