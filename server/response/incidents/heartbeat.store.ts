import { type Connection, Schema } from 'mongoose';

const heartbeatSchema = new Schema(
  { _id: String, at: { type: Date, required: true } },
  { collection: 'heartbeats', versionKey: false, strict: 'throw' },
);

/** When a guard of the program last did its round; one document each, over all streets and processes. */
export function createHeartbeats(db: Connection) {
  const Model = db.model('Heartbeat', heartbeatSchema);
  return {
    async beat(name: string, at: Date): Promise<void> {
      await Model.updateOne({ _id: name }, { $max: { at } }, { upsert: true });
    },
    /** Null: never. */
    async last(name: string): Promise<Date | null> {
      return (await Model.findById(name).lean())?.at ?? null;
    },
  };
}
