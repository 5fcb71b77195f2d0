import { type Connection, Schema } from 'mongoose';

/** One risk event or change of state; `sealed` holds its kind and words. */
const riskEventSchema = new Schema(
  {
    _id: String,
    streetId: { type: String, required: true },
    elderId: { type: String, required: true },
    day: { type: String, required: true },
    sealed: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    /** A keyed hash of all that was sent, to know a repeat by. */
    print: { type: String, required: true },
    /** True on the first event since her last assessment that asks for another: she is on the list of those due. */
    asks: { type: Boolean, required: true },
    followed: { type: Boolean, required: true },
  },
  { collection: 'riskEvents', versionKey: false, strict: 'throw' },
);

riskEventSchema.index({ streetId: 1, elderId: 1, day: -1, _id: -1 }, { name: 'ofElder' });
riskEventSchema.index(
  { streetId: 1, asks: 1, day: 1, _id: 1 },
  { partialFilterExpression: { asks: true }, name: 'asking' },
);
riskEventSchema.index({ followed: 1 }, { partialFilterExpression: { followed: false }, name: 'toFollow' });

export const riskEventModel = (db: Connection) => db.model('RiskEvent', riskEventSchema);
