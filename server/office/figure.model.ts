import { type Connection, Schema } from 'mongoose';

const lists = { streetSix: [String], nationalSix: [String], tianjinSeven: [String] };
const count = { type: Number, required: true };
const listed = { streetSix: count, nationalSix: count, tianjinSeven: count };

/** The figures of a month as they were counted at its end, with what they were counted by. Written once. */
const figureSchema = new Schema(
  {
    /** '<streetId>:<YYYY-MM>' */
    _id: String,
    streetId: { type: String, required: true },
    month: { type: String, required: true },
    day: { type: String, required: true },
    countedAt: { type: Date, required: true },
    ruleVersion: { type: String, required: true },
    lists: new Schema(lists, { _id: false }),
    communities: [
      new Schema(
        {
          communityId: { type: String, required: true },
          name: { type: String, required: true },
          elders: count,
          listed: new Schema(listed, { _id: false }),
          categories: [
            new Schema({ category: { type: String, required: true }, yes: count, unknown: count }, { _id: false }),
          ],
        },
        { _id: false },
      ),
    ],
  },
  { collection: 'figures', versionKey: false, strict: 'throw' },
);
figureSchema.index({ streetId: 1, month: 1 });

export const figureModel = (db: Connection) => db.model('Figure', figureSchema);
