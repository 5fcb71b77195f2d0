import type { Connection } from 'mongoose';

interface Ring {
  _id: string;
  ids: number[];
  at: Date;
}

/** Which key numbers the server that started last can open: what is sealed with another one, it could not read. */
export function keyRing(db: Connection) {
  const rings = db.db!.collection<Ring>('keyRings');
  return {
    async note(ids: readonly number[], at: Date): Promise<void> {
      await rings.updateOne({ _id: 'fields' }, { $set: { ids: [...ids], at } }, { upsert: true });
    },
    /** Null when no server has started on this database yet. */
    async read(): Promise<readonly number[] | null> {
      return (await rings.findOne({ _id: 'fields' }))?.ids ?? null;
    },
  };
}
