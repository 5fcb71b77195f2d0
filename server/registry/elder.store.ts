import type { Category } from '@wubian/shared/registry/categories.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { elderModel } from './elder.model.ts';
import { categoryFactsOf, type StoredElder, type StoredElderRow, toDocument, toFacts } from './elder-form.ts';
import { categoryCondition, searchCondition } from './elder-query.store.ts';
import { createElderSeal, type Facts } from './elder-seal.ts';
import type { Search } from './elder-search.ts';
import { isInScope, type Scope, scopeFilter, wholeStreet } from './scope.ts';

export interface ElderQuery {
  communityId?: string | undefined;
  category?: Category | undefined;
  search?: Search | undefined;
  /** The estates of the street whose name the search may mean. */
  estateIds: readonly string[];
  /** The street's day, for ages. */
  day: string;
  after?: { nameKey: string; id: string } | undefined;
  limit: number;
}

/** Who writes what over which version; version 0 is a file that is not there yet. */
export interface ElderWrite {
  from: number;
  by: string;
  at: Date;
  fields: string[];
}

/** Leaves out what a row does not show; contacts and notes stay sealed and unread. */
const rowFields: Record<string, 1> = {
  name: 1,
  nameKey: 1,
  sex: 1,
  communityId: 1,
  estateId: 1,
  birthDate: 1,
  living: 1,
  childrenLive: 1,
  abilityLevel: 1,
  handicapGrade: 1,
  familyPlanningSpecial: 1,
  'sealed.phone': 1,
  'sealed.door': 1,
};

/** The files of the old people. Every read and write takes a scope, so that none can leave the street or the area. */
export function createElderStore(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);
  const lean = (filter: QueryFilter<unknown>) => Model.findOne(filter).lean();
  type Found = NonNullable<Awaited<ReturnType<typeof lean>>>;

  const toElder = (found: Found): StoredElder => ({
    id: found._id as string,
    streetId: found.streetId,
    version: found.version,
    updatedAt: found.updatedAt,
    facts: toFacts(seal, found._id as string, found as Found & Parameters<typeof toFacts>[2]),
  });

  const entry = ({ from, by, at, fields }: ElderWrite, facts: Facts) => ({
    version: from + 1,
    at,
    by,
    fields,
    print: seal.print(facts),
  });

  return {
    /** Null when there is no such file in the scope. */
    async byId(scope: Scope, id: string): Promise<StoredElder | null> {
      // By the id alone: the engine then plans nothing, at half the price (bench/README.md).
      const found = await lean({ _id: id });
      return found && isInScope(scope, found) ? toElder(found) : null;
    },

    /** False when the id is taken, in this street or another. */
    async add(streetId: string, id: string, facts: Facts, write: ElderWrite): Promise<boolean> {
      try {
        await Model.create({
          _id: id,
          streetId,
          ...toDocument(seal, streetId, id, facts),
          version: 1,
          updatedAt: write.at,
          changes: [entry(write, facts)],
        });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /** Writes over version `from` only; false when the file is not (any more) that version, or not in the scope. */
    async change(scope: Scope, id: string, facts: Facts, write: ElderWrite): Promise<boolean> {
      const changed = await Model.updateOne(
        { _id: id, ...scopeFilter(scope), version: write.from },
        {
          $set: { ...toDocument(seal, scope.streetId, id, facts), version: write.from + 1, updatedAt: write.at },
          $push: { changes: entry(write, facts) },
        },
      );
      return changed.matchedCount === 1;
    },

    /** True if this very write is in the file's history: a repeat of one's own success. */
    async hasWritten(scope: Scope, id: string, facts: Facts, { from, by }: ElderWrite): Promise<boolean> {
      const written = { version: from + 1, by, print: seal.print(facts) };
      return (await Model.exists({ _id: id, ...scopeFilter(scope), changes: { $elemMatch: written } })) !== null;
    },

    /** Rows in the order of pinyin, from the place `after` on. */
    async page(scope: Scope, query: ElderQuery): Promise<StoredElderRow[]> {
      const conditions = [
        scopeFilter(scope, query.communityId),
        query.category && categoryCondition(query.category, query.day),
        query.search && searchCondition(seal, scope.streetId, query.search, query.estateIds),
        query.after && {
          $or: [
            { nameKey: { $gt: query.after.nameKey } },
            { nameKey: query.after.nameKey, _id: { $gt: query.after.id } },
          ],
        },
      ].filter((condition) => condition !== undefined);
      const found = await Model.find({ $and: conditions })
        .select(rowFields)
        .sort({ nameKey: 1, _id: 1 })
        .limit(query.limit)
        .lean();
      return found.map((row) => ({
        id: row._id as string,
        name: row.name,
        nameKey: row.nameKey,
        sex: row.sex,
        communityId: row.communityId,
        estateId: row.estateId,
        ...categoryFactsOf(row),
        phone: seal.openPhone(row._id as string, row.sealed.phone ?? null),
        door: seal.openDoor(row._id as string, row.sealed.door),
      }));
    },

    async names(streetId: string, ids: readonly string[]): Promise<Map<string, string>> {
      const found = await Model.find({ streetId, _id: { $in: [...ids] } }, { name: 1 }).lean();
      return new Map(found.map(({ _id, name }) => [_id as string, name]));
    },

    /** The one elder of a community with exactly this name, and this phone if one is given; null for none or several. */
    async match(streetId: string, communityId: string, name: string, phone: string | null): Promise<string | null> {
      const named = { ...scopeFilter(wholeStreet(streetId), communityId), name };
      const byPhone = phone === null ? {} : { phoneKeys: seal.phoneKey(streetId, phone) };
      const found = await Model.find({ ...named, ...byPhone }, { _id: 1 })
        .limit(2)
        .lean();
      return found.length === 1 ? (found[0]!._id as string) : null;
    },

    async countByCommunity(streetId: string): Promise<Map<string, number>> {
      const counted = await Model.aggregate<{ _id: string; n: number }>([
        { $match: { streetId } },
        { $group: { _id: '$communityId', n: { $sum: 1 } } },
      ]);
      return new Map(counted.map(({ _id, n }) => [_id, n]));
    },
  };
}

export type ElderStore = ReturnType<typeof createElderStore>;
