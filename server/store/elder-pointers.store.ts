import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';
import type { Connection } from 'mongoose';
import { isDuplicate } from './is-duplicate.ts';

/** From which file to which, and the merge that is the cause. */
export interface Redirect {
  streetId: string;
  from: string;
  to: string;
  cause: string;
}

/** The documents of one collection that point to an elder, and how they follow her when two files become one. */
export interface ElderPointers {
  collection: string;
  /** What the documents are called on a screen. */
  label: string;
  /** Ids of the documents that point to the elder. */
  pointing(streetId: string, elderId: string): Promise<string[]>;
  /** Has these documents point elsewhere, if they still point to `from`. Safe to repeat. */
  move(ids: readonly string[], redirect: Redirect): Promise<void>;
  /** Takes a `move` of the same cause back: from where they point now to where they pointed. Safe to repeat. */
  back(ids: readonly string[], redirect: Redirect): Promise<void>;
}

type Stored = { _id: string } & Document;
const collectionOf = (db: Connection, name: string): Collection<Stored> =>
  db.db!.collection(name) as unknown as Collection<Stored>;

async function idsOf(collection: Collection<Stored>, filter: Document): Promise<string[]> {
  const found = await collection.find(filter, { projection: { _id: 1 } }).toArray();
  return found.map(({ _id }) => _id);
}

interface PlainOptions {
  /** Set beside the elder's id, so that the room looks at the documents again. */
  also?: Document;
  /** Called after documents were moved in either direction. */
  moved?: () => void;
}

/** Documents with one `elderId`. */
export function pointersByField(
  db: Connection,
  collection: string,
  label: string,
  { also = {}, moved = () => {} }: PlainOptions = {},
): ElderPointers {
  const documents = collectionOf(db, collection);
  async function move(ids: readonly string[], { streetId, from, to }: Redirect): Promise<void> {
    await documents.updateMany({ _id: { $in: [...ids] }, streetId, elderId: from }, { $set: { elderId: to, ...also } });
    moved();
  }
  return {
    collection,
    label,
    pointing: (streetId, elderId) => idsOf(documents, { streetId, elderId }),
    move,
    back: move,
  };
}

/** Documents with a list of elders' ids under `field`; a list that holds both keeps both after `back`. */
export function pointersByList(
  db: Connection,
  collection: string,
  label: string,
  field: string,
  moved: () => void = () => {},
): ElderPointers {
  const documents = collectionOf(db, collection);
  // Which lists held both before: else nobody could tell at `back` whether the winner's id was there by itself.
  const marks = 'mergedLists';
  return {
    collection,
    label,
    pointing: (streetId, elderId) => idsOf(documents, { streetId, [field]: elderId }),
    async move(ids, { streetId, from, to, cause }) {
      const list = `$${field}`;
      const without = { $filter: { input: list, cond: { $ne: ['$$this', from] } } };
      const hadBoth = { $in: [to, list] };
      const marked = { $concatArrays: [{ $ifNull: [`$${marks}`, []] }, [cause]] };
      await documents.updateMany({ _id: { $in: [...ids] }, streetId, [field]: from }, [
        {
          $set: {
            [field]: { $cond: [hadBoth, without, { $concatArrays: [without, [to]] }] },
            [marks]: { $cond: [hadBoth, marked, { $ifNull: [`$${marks}`, '$$REMOVE'] }] },
          },
        },
      ]);
      moved();
    },
    async back(ids, { streetId, from, to, cause }) {
      const which = { _id: { $in: [...ids] }, streetId, [field]: { $ne: to } };
      const operations: AnyBulkWriteOperation<Stored>[] = [
        { updateMany: { filter: { ...which, [marks]: cause }, update: { $push: { [field]: to } as never } } },
        {
          updateMany: {
            filter: { ...which, [marks]: { $ne: cause }, [field]: { $eq: from, $ne: to } },
            update: { $set: { [`${field}.$[one]`]: to } },
            arrayFilters: [{ one: from }],
          },
        },
      ];
      await documents.bulkWrite(operations);
      moved();
    },
  };
}

interface UniqueOptions {
  /** What a document becomes when the winner already has one like it. */
  closed: Document;
  /** The fields of `closed`, kept so that `back` can open it again. */
  moved?: () => void;
}

/**
 * Documents with one `elderId` of which an elder may have only one of a kind: where the winner has one already, the
 * moved one is closed, and opened again by `back`.
 */
export function pointersOnce(
  db: Connection,
  collection: string,
  label: string,
  { closed, moved = () => {} }: UniqueOptions,
): ElderPointers {
  const documents = collectionOf(db, collection);
  const fields = Object.keys(closed);
  return {
    collection,
    label,
    pointing: (streetId, elderId) => idsOf(documents, { streetId, elderId }),
    async move(ids, { streetId, from, to, cause }) {
      for (const _id of ids) {
        const which = { _id, streetId, elderId: from };
        try {
          await documents.updateOne(which, { $set: { elderId: to } });
        } catch (error) {
          if (!isDuplicate(error)) throw error;
          const was = Object.fromEntries(fields.map((field) => [field, `$${field}`]));
          await documents.updateOne(which, [{ $set: { mergedAway: { cause, was }, ...closed, elderId: to } }]);
        }
      }
      moved();
    },
    async back(ids, { streetId, from, to, cause }) {
      const which = { _id: { $in: [...ids] }, streetId, elderId: from };
      const reopened = Object.fromEntries(fields.map((field) => [field, `$mergedAway.was.${field}`]));
      await documents.updateMany({ ...which, 'mergedAway.cause': cause }, [
        { $set: { ...reopened, elderId: to } },
        { $unset: 'mergedAway' },
      ]);
      await documents.updateMany({ ...which, 'mergedAway.cause': { $ne: cause } }, { $set: { elderId: to } });
      moved();
    },
  };
}
