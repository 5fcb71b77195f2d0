import { type Connection, Schema } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';

const markSchema = new Schema(
  { _id: String, begunAt: { type: Date, required: true }, doneAt: { type: Date, default: null } },
  { collection: 'demo', versionKey: false, strict: 'throw' },
);

/** Which steps of filling the demo street were begun and done, so that none is played twice. */
export function createDemoMarks(db: Connection) {
  const Model = db.model('DemoMark', markSchema);
  return {
    isDone: async (step: string): Promise<boolean> =>
      (await Model.exists({ _id: step, doneAt: { $ne: null } })) !== null,
    /** True for the first caller only, ever. */
    async begin(step: string, at: Date): Promise<boolean> {
      try {
        await Model.create({ _id: step, begunAt: at });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async done(step: string, at: Date): Promise<void> {
      await Model.updateOne({ _id: step }, { $set: { doneAt: at }, $setOnInsert: { begunAt: at } }, { upsert: true });
    },
  };
}
