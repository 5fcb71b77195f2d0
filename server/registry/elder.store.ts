import type { CategoryFacts } from '@wubian/shared/registry/categories.ts';
import { nothingKnown } from '@wubian/shared/registry/category-facts.ts';
import type { FieldName } from '@wubian/shared/registry/fields.ts';
import { caredFor, type LifeStatus } from '@wubian/shared/registry/life.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { elderModel } from './elder.model.ts';
import {
  categoryFactsOf,
  type FactsRead,
  type StoredElder,
  type StoredElderRow,
  toDocument,
  toFacts,
} from './elder-form.ts';
import { type ElderQuery, filterOf, sortOf, walk } from './elder-query.store.ts';
import { createElderSeal, type ElderSeal, type Facts } from './elder-seal.ts';
import { isInScope, type Scope, scopeFilter, wholeStreet } from './scope.ts';

export type ChangeSource = 'form' | 'import' | 'assessment' | 'merge' | 'handover' | 'rule';

/** Who writes what over which version, and why; version 0 is a file that is not there yet. */
export interface ElderWrite {
  from: number;
  /** The version that it becomes; `from + 1` unless the writer says otherwise (an import, so that its undo can go back). */
  to?: number;
  by: string;
  at: Date;
  why: string;
  source: ChangeSource;
  /** Of an import or a merge: its id. */
  cause?: string | null;
  fields: readonly FieldName[];
}

/** One writing as the history tells it; `before` holds the changed fields as they stood. */
export interface StoredChange extends Omit<ElderWrite, 'from' | 'to'> {
  version: number;
  before: Partial<Facts> | null;
}

/** What is not part of the file itself when it is read. */
const withoutHistory = { changes: 0, life: 0 } as const;

/** Leaves out what a row does not show; contacts and notes stay sealed and unread. */
export const rowFields: Record<string, 1> = Object.fromEntries(
  [
    'version name nameKey sex communityId gridId estateId birthDate living childrenLive marital ruralHome hasSupporter',
    'abilityLevel handicapGrade familyPlanningSpecial point responsibleId contactCount status updatedAt',
    'sealed.phone sealed.door',
  ]
    .join(' ')
    .split(' ')
    .map((field) => [field, 1]),
);

/** The facts behind the categories and whom they are counted for. */
const categoryFields = ['communityId', 'status', ...Object.keys(nothingKnown)];
/** The time limit of a stream counts for all its batches together. */
const wholeStreetMs = 120_000;

type ElderModel = ReturnType<typeof elderModel>;
const lean = (Model: ElderModel, filter: QueryFilter<unknown>) => Model.findOne(filter, withoutHistory).lean();
type Found = NonNullable<Awaited<ReturnType<typeof lean>>>;

/** A document, opened. */
export const toElder = (seal: ElderSeal, found: Found): StoredElder => ({
  id: found._id as string,
  streetId: found.streetId,
  version: found.version,
  updatedAt: found.updatedAt,
  status: found.status as LifeStatus,
  statusSince: found.statusSince ?? null,
  statusUntil: found.statusUntil ?? null,
  merging: found.merging ?? null,
  facts: toFacts(seal, found._id as string, found as unknown as FactsRead),
});

/** The history entry of a writing. */
const entryOf = (seal: ElderSeal, id: string, write: ElderWrite, facts: Facts, before: Facts | null) => {
  const version = write.to ?? write.from + 1;
  const stood = before && Object.fromEntries(write.fields.map((field) => [field, before[field]]));
  return {
    version,
    at: write.at,
    by: write.by,
    fields: write.fields,
    why: write.why,
    source: write.source,
    cause: write.cause ?? null,
    before: stood && seal.sealBefore(id, version, stood),
    print: seal.print(facts),
  };
};

/** The document of a new file, as `add` stores it; an import writes many at once. */
export function newDocument(seal: ElderSeal, streetId: string, id: string, facts: Facts, write: ElderWrite) {
  return {
    _id: id,
    streetId,
    ...toDocument(seal, { streetId, id, status: 'present', day: dayOf(write.at) }, facts),
    status: 'present' as const,
    version: write.to ?? write.from + 1,
    updatedAt: write.at,
    changes: [entryOf(seal, id, write, facts, null)],
  };
}

/** The update that turns `before` into `facts`; made only over the version that was read. */
export function changeOf(seal: ElderSeal, before: StoredElder, facts: Facts, write: ElderWrite) {
  const { streetId, id, status } = before;
  const entry = entryOf(seal, id, write, facts, before.facts);
  return {
    $set: {
      ...toDocument(seal, { streetId, id, status, day: dayOf(write.at) }, facts),
      version: entry.version,
      updatedAt: write.at,
    },
    $push: { changes: entry },
  };
}

/** The files of the old people. Every read and write takes a scope, so that none can leave the street or the area. */
export function createElderStore(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);

  const rows = (filter: QueryFilter<unknown>) => Model.find(filter).select(rowFields).lean();
  type FoundRow = Awaited<ReturnType<typeof rows>>[number];
  const toRow = (row: FoundRow): StoredElderRow => ({
    id: row._id as string,
    version: row.version,
    name: row.name,
    nameKey: row.nameKey,
    sex: row.sex,
    communityId: row.communityId,
    gridId: row.gridId ?? null,
    estateId: row.estateId,
    ...categoryFactsOf(row as unknown as CategoryFacts),
    responsibleId: row.responsibleId ?? null,
    hasPoint: Boolean(row.point),
    contactCount: row.contactCount,
    phone: seal.openText('phone', row._id as string, row.sealed.phone ?? null),
    door: seal.openDoor(row._id as string, row.sealed.door),
    status: row.status as LifeStatus,
    updatedAt: row.updatedAt,
  });

  return {
    /** Null when there is no such file in the scope. */
    async byId(scope: Scope, id: string): Promise<StoredElder | null> {
      // By the id alone: the engine then plans nothing, at half the price (bench/README.md).
      const found = await lean(Model, { _id: id });
      return found && found.status !== 'erased' && isInScope(scope, found) ? toElder(seal, found) : null;
    },

    /** Answers 'added', or what stands in the way: the id (in this street or another), or the ID number. */
    async add(streetId: string, id: string, facts: Facts, write: ElderWrite): Promise<'added' | 'id' | 'idNumber'> {
      try {
        await Model.create(newDocument(seal, streetId, id, facts, write));
        return 'added';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await Model.exists({ _id: id })) ? 'id' : 'idNumber';
      }
    },

    /** Writes over version `write.from` only: 'moved' when the file is not (any more) that version. */
    async change(before: StoredElder, facts: Facts, write: ElderWrite): Promise<'changed' | 'moved' | 'idNumber'> {
      const { id, streetId } = before;
      try {
        const { matchedCount } = await Model.updateOne(
          { _id: id, streetId, version: write.from },
          changeOf(seal, before, facts, write),
        );
        return matchedCount === 1 ? 'changed' : 'moved';
      } catch (error) {
        if (isDuplicate(error)) return 'idNumber';
        throw error;
      }
    },

    /** True if this very write is in the file's history: a repeat of one's own success. */
    async hasWritten(scope: Scope, id: string, facts: Facts, { from, to, by }: ElderWrite): Promise<boolean> {
      const written = { version: to ?? from + 1, by, print: seal.print(facts) };
      return (await Model.exists({ _id: id, ...scopeFilter(scope), changes: { $elemMatch: written } })) !== null;
    },

    /** The writings of a file, newest first. */
    async history(scope: Scope, id: string): Promise<StoredChange[]> {
      const found = await Model.findOne({ _id: id, ...scopeFilter(scope) }, { changes: 1 }).lean();
      return (found?.changes ?? []).toReversed().map(({ version, at, by, why, source, cause, fields, before }) => ({
        version,
        at,
        by,
        why,
        source: source as ChangeSource,
        cause: cause ?? null,
        fields: fields as FieldName[],
        before: before ? seal.openBefore(id, version, before) : null,
      }));
    },

    /** Rows in the order asked for, from the place `after` on. */
    async page(scope: Scope, query: ElderQuery): Promise<StoredElderRow[]> {
      const { sort, ranges } = sortOf(query);
      const narrow = filterOf(seal, scope, query);
      const found = await walk(
        ranges,
        query.limit,
        (range, wanted): Promise<FoundRow[]> =>
          rows({ $and: [...narrow, range] })
            .sort(sort)
            .limit(wanted),
      );
      return found.map(toRow);
    },

    /** The rows of these files, as far as they lie in the scope; in no order. */
    rows: async (scope: Scope, ids: readonly string[]): Promise<StoredElderRow[]> =>
      (await rows({ _id: { $in: [...ids] }, ...scopeFilter(scope) })).map(toRow),

    /** How many the query finds, counted no further than `most`. */
    count: (scope: Scope, query: ElderQuery, most: number): Promise<number> =>
      Model.countDocuments({ $and: filterOf(seal, scope, query) }).limit(most),

    /** How a life stands; null when the street has no such file. */
    async lifeOf(streetId: string, id: string): Promise<{ status: LifeStatus; until: string | null } | null> {
      const found = await Model.findOne({ _id: id }, { streetId: 1, status: 1, statusUntil: 1 }).lean();
      return found?.streetId === streetId
        ? { status: found.status as LifeStatus, until: found.statusUntil ?? null }
        : null;
    },

    async names(streetId: string, ids: readonly string[]): Promise<Map<string, string>> {
      const found = await Model.find({ streetId, _id: { $in: [...ids] } }, { name: 1 }).lean();
      return new Map(found.map(({ _id, name }) => [_id as string, name]));
    },

    /** The one elder of a community with exactly this name, and this phone if one is given; null for none or several. */
    async match(streetId: string, communityId: string, name: string, phone: string | null): Promise<string | null> {
      const named = { ...scopeFilter(wholeStreet(streetId), communityId), name, status: { $in: [...caredFor] } };
      const byPhone = phone === null ? {} : { phoneKeys: seal.phoneKey(streetId, phone) };
      const found = await Model.find({ ...named, ...byPhone }, { _id: 1 })
        .limit(2)
        .lean();
      return found.length === 1 ? (found[0]!._id as string) : null;
    },

    async countByCommunity(streetId: string): Promise<Map<string, number>> {
      const counted = await Model.aggregate<{ _id: string; n: number }>([
        { $match: { streetId, status: { $in: [...caredFor] } } },
        { $group: { _id: '$communityId', n: { $sum: 1 } } },
      ]);
      return new Map(counted.map(({ _id, n }) => [_id, n]));
    },

    /** Every file of a street with the facts behind its categories, in a stream: it is long, its batches are short. */
    async *each(
      streetId: string,
    ): AsyncGenerator<{ id: string; communityId: string; status: LifeStatus; facts: CategoryFacts }> {
      const cursor = Model.find({ streetId })
        .select(categoryFields)
        .maxTimeMS(wholeStreetMs)
        .lean()
        .cursor({ batchSize: 2_000 });
      for await (const row of cursor)
        yield {
          id: row._id as string,
          communityId: row.communityId,
          status: row.status as LifeStatus,
          facts: categoryFactsOf(row as unknown as CategoryFacts),
        };
    },
  };
}

export type ElderStore = ReturnType<typeof createElderStore>;
