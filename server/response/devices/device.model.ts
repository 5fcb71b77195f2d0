import { deviceKinds, deviceStates } from '@wubian/shared/response/devices-contract.ts';
import { namesOf } from '@wubian/shared/response/labels.ts';
import { type Connection, Schema } from 'mongoose';

const instant = { type: Date, default: null };

const deviceSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    elderId: { type: String, required: true },
    kind: { type: String, enum: namesOf(deviceKinds), required: true },
    label: { type: String, required: true },
    /** Sealed. */
    secret: { type: String, required: true },
    state: { type: String, enum: namesOf(deviceStates), required: true },
    reason: { type: String, default: '' },
    registeredAt: { type: Date, required: true },
    registeredBy: { type: String, required: true },
    lastHeardAt: instant,
    testedAt: instant,
    battery: { type: Number, default: null },
  },
  { collection: 'devices', versionKey: false, strict: 'throw' },
);
deviceSchema.index({ streetId: 1, elderId: 1, registeredAt: -1 }, { name: 'of_elder' });

export const deviceModel = (db: Connection) => db.model('Device', deviceSchema);

/** Numbers that were used once; kept until their time stamp would be refused anyway. */
const nonceSchema = new Schema(
  { _id: String, print: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { collection: 'deviceNonces', versionKey: false, strict: 'throw' },
);
nonceSchema.index({ expiresAt: 1 }, { name: 'expired', expireAfterSeconds: 0 });

export const nonceModel = (db: Connection) => db.model('DeviceNonce', nonceSchema);
