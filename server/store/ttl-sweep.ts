import type { Collection, Db, Document, ObjectId } from 'mongodb';

/** How many documents one round of deleting takes, so that no single operation runs long. */
const BATCH = 1_000;

/** Removes what one TTL index says has expired at `now`; answers how many. */
async function sweepIndex(collection: Collection, index: Document, now: Date): Promise<number> {
  const [field] = Object.keys(index.key);
  const expired = { $lte: new Date(now.getTime() - index.expireAfterSeconds * 1000), $type: 'date' };
  const filter = { ...index.partialFilterExpression, [field!]: expired };
  let removed = 0;
  for (;;) {
    const found = await collection
      .find(filter, { projection: { _id: 1 } })
      .limit(BATCH)
      .toArray();
    if (found.length === 0) return removed;
    // The condition again: a document renewed since it was found stays.
    const { deletedCount } = await collection.deleteMany({
      ...filter,
      _id: { $in: found.map(({ _id }) => _id as ObjectId) },
    });
    removed += deletedCount;
    if (found.length < BATCH) return removed;
  }
}

/**
 * Removes expired documents as the TTL monitor of a full server does, by the same index definitions; the embedded
 * engine has no such monitor. Safe to run twice at once. Answers how many documents were removed.
 */
export async function sweepExpired(db: Db, now: Date): Promise<number> {
  let removed = 0;
  for (const { name, type } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (type !== 'collection' || name.startsWith('system.')) continue;
    const collection = db.collection(name);
    for (const index of await collection.indexes()) {
      if (typeof index.expireAfterSeconds === 'number') removed += await sweepIndex(collection, index, now);
    }
  }
  return removed;
}
