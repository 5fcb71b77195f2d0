import type { Collection, Document } from 'mongodb';
import type { Connection } from 'mongoose';

/** The driver's collection under the types of the house: writes here are conditional updates that need no casting. */
export const rawOf = <T extends Document>(db: Connection, name: string): Collection<T> =>
  db.db!.collection<T>(name) as unknown as Collection<T>;
