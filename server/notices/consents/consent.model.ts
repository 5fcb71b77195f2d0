import { type Connection, Schema } from 'mongoose';

/**
 * How many subscribe messages of one template a person may still get. House-wide like her openid: she gave them to the
 * mini-program, not to a street.
 */
const consentSchema = new Schema(
  {
    /** `${accountId}:${templateId}` */
    _id: String,
    accountId: { type: String, required: true },
    templateId: { type: String, required: true },
    granted: { type: Number, default: 0 },
    spent: { type: Number, default: 0 },
    /** granted − spent, or less: WeChat has the last word. */
    left: { type: Number, default: 0 },
    /** When she last said no; null after a yes. */
    refusedAt: { type: Date, default: null },
    /** The last reports, so that a repeated one counts once. */
    reports: [String],
  },
  { collection: 'wechatConsents', versionKey: false, strict: 'throw' },
);
consentSchema.index({ accountId: 1 }, { name: 'of_person' });

export const consentModel = (db: Connection) => db.model('WechatConsent', consentSchema);
