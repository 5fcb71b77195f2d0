import type { Collection, Db } from 'mongodb';

/** How long the database may work on one operation, in ms. An abandoned operation never stops by itself. */
export const MAX_TIME_MS = 5_000;
/** Index builds may take longer; they run at start only. */
const INDEX_MAX_TIME_MS = 600_000;

/** Where each method of the driver takes its options: the argument's index. */
const optionsAt = {
  estimatedDocumentCount: 0,
  aggregate: 1,
  bulkWrite: 1,
  countDocuments: 1,
  deleteMany: 1,
  deleteOne: 1,
  find: 1,
  findOne: 1,
  findOneAndDelete: 1,
  insertMany: 1,
  insertOne: 1,
  distinct: 2,
  findOneAndReplace: 2,
  findOneAndUpdate: 2,
  replaceOne: 2,
  updateMany: 2,
  updateOne: 2,
  createIndex: 1,
  createIndexes: 1,
} as const satisfies Partial<Record<keyof Collection, number>>;

type Method = (...args: unknown[]) => unknown;

function bound(collection: Collection): Collection {
  const methods = collection as unknown as Record<string, Method>;
  for (const [name, at] of Object.entries(optionsAt)) {
    const original = methods[name]!.bind(collection);
    const maxTimeMS = name.startsWith('createIndex') ? INDEX_MAX_TIME_MS : MAX_TIME_MS;
    methods[name] = (...args) => {
      args[at] = { maxTimeMS, ...(args[at] as object | undefined) };
      return original(...args);
    };
  }
  return collection;
}

/**
 * Makes every collection taken from this handle send `maxTimeMS` with every operation, unless the caller gives
 * its own. Mongoose takes its collections from the same handle, so models and raw calls are both covered.
 * `db.command()` is not: give it `maxTimeMS` in the command itself.
 */
export function boundEveryOperation(db: Db): void {
  const original = db.collection.bind(db);
  db.collection = ((...args: Parameters<Db['collection']>) =>
    bound(original(...args) as unknown as Collection)) as unknown as Db['collection'];
}
