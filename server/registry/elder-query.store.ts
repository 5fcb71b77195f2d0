import type { ElderFilter, elderSorts } from '@wubian/shared/registry/contract.ts';
import { caredFor } from '@wubian/shared/registry/life.ts';
import { countKeys, pairKey } from '@wubian/shared/registry/search-keys.ts';
import type * as z from 'zod';
import type { ElderSeal } from './elder-seal.ts';
import type { Search } from './elder-search.ts';
import { type Scope, scopeFilter } from './scope.ts';

type Condition = Record<string, unknown>;

/** What a list asks for, understood. */
export interface ElderQuery extends Omit<z.output<typeof ElderFilter>, 'q'> {
  search?: Search | undefined;
  /** The estates of the street whose name the search may mean. */
  estateIds: readonly string[];
  /** Files last written before this are stale. */
  staleBefore: Date;
  sort: keyof typeof elderSorts;
  /** The place after which a page goes on: the value sorted by ('' for none) and the id. */
  after?: { key: string; id: string } | undefined;
  limit: number;
}

/** A single character is a word of its own in every name with it (name-search.ts), hence found in the order of names. */
const beginsWith = (word: string): Condition | string =>
  [...word].length === 1 ? word : { $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` };

/** A search as the database looks for it; every form runs on an index. */
function searchCondition(seal: ElderSeal, streetId: string, search: Search, estateIds: readonly string[]): Condition {
  if (search.by === 'idNumber') return { idKey: seal.idKey(streetId, search.number) };
  if (search.by === 'phone')
    return { $or: [{ phoneKeys: seal.phoneKey(streetId, search.digits) }, { fileNumber: search.digits }] };
  const inEstates = { estateId: { $in: [...estateIds] } };
  if (search.by === 'word') {
    const named = [{ nameWords: beginsWith(search.word) }, { fileNumber: search.estate }];
    return { $or: estateIds.length ? [...named, inEstates] : named };
  }
  const byDoor = { doorKeys: seal.doorKey(streetId, search.door) };
  return search.estate ? { ...byDoor, ...inEstates } : byDoor;
}

/**
 * The search keys that a query asks for, those that fewest files have first: the first one leads the index. A fault within
 * one community has a key of its own.
 */
const keysAsked = (
  { responsibleId, gridId, fault, category, holds, risk }: ElderQuery,
  communityId: string | undefined,
): string[] => [
  ...(responsibleId ? [`worker:${responsibleId}`] : []),
  ...(gridId ? [`grid:${gridId}`] : []),
  ...(fault && fault !== 'stale' ? [communityId ? countKeys.fault(fault, communityId) : `fault:${fault}`] : []),
  ...(category && risk ? [pairKey(holds ?? 'yes', category, risk)] : []),
  ...(category && !risk ? [`${holds ?? 'yes'}:${category}`] : []),
  ...(risk && !category ? [`risk:${risk}`] : []),
];

/** Everything that a query narrows by, scope first. */
export function filterOf(seal: ElderSeal, scope: Scope, query: ElderQuery): Condition[] {
  const within = query.communityId ?? (scope.communityIds?.length === 1 ? scope.communityIds[0] : undefined);
  const keys = keysAsked(query, within);
  return [
    scopeFilter(scope, query.communityId),
    ...(keys.length ? [{ keys: { $all: keys } }] : []),
    ...(query.fault === 'stale' ? [{ updatedAt: { $lt: query.staleBefore } }] : []),
    query.status ? { status: query.status } : { status: { $in: [...caredFor] } },
    ...(query.search ? [searchCondition(seal, scope.streetId, query.search, query.estateIds)] : []),
  ];
}

const sortFields = { name: 'nameKey', oldest: 'birthDate', stale: 'updatedAt' } as const;

/**
 * The order of a query, and the ranges of it that are left after a place, each one walked by an index from its beginning:
 * one condition of both would make the engine look through all that lies before the place. Files without a birth date
 * come first.
 */
export function sortOf({ sort, after }: ElderQuery): { sort: Record<string, 1>; ranges: Condition[] } {
  const field = sortFields[sort];
  const order: Record<string, 1> = { [field]: 1, _id: 1 };
  if (!after) return { sort: order, ranges: [{}] };
  const key = sort === 'stale' ? new Date(after.key) : after.key;
  const same = { [field]: after.key === '' ? null : key, _id: { $gt: after.id } };
  return { sort: order, ranges: [same, { [field]: { $gt: key } }] };
}

/** The first `limit` of what is left of a list, range after range. */
export async function walk<T>(
  ranges: readonly Condition[],
  limit: number,
  find: (range: Condition, wanted: number) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  // A limit of 0 would be none.
  for (const range of ranges) if (found.length < limit) found.push(...(await find(range, limit - found.length)));
  return found;
}
