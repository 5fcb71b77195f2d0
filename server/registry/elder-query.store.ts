import type { ElderFilter, elderSorts } from '@wubian/shared/registry/contract.ts';
import { caredFor } from '@wubian/shared/registry/life.ts';
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

const beginsWith = (word: string): Condition => ({ $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` });

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

/** The search keys that a query asks for, those that fewest files have first: the first one leads the index. */
const keysAsked = ({ responsibleId, gridId, fault, category, holds, risk }: ElderQuery): string[] => [
  ...(responsibleId ? [`worker:${responsibleId}`] : []),
  ...(gridId ? [`grid:${gridId}`] : []),
  ...(fault && fault !== 'stale' ? [`fault:${fault}`] : []),
  ...(category ? [`${holds ?? 'yes'}:${category}`] : []),
  ...(risk ? [`risk:${risk}`] : []),
];

/** Everything that a query narrows by, scope first. */
export function filterOf(seal: ElderSeal, scope: Scope, query: ElderQuery): Condition[] {
  const keys = keysAsked(query);
  return [
    scopeFilter(scope, query.communityId),
    ...(keys.length ? [{ keys: { $all: keys } }] : []),
    ...(query.fault === 'stale' ? [{ updatedAt: { $lt: query.staleBefore } }] : []),
    query.status ? { status: query.status } : { status: { $in: [...caredFor] } },
    ...(query.search ? [searchCondition(seal, scope.streetId, query.search, query.estateIds)] : []),
  ];
}

const sortFields = { name: 'nameKey', oldest: 'birthDate', stale: 'updatedAt' } as const;

/** The order of a query, and the condition that goes on after a place. Files without a birth date come first. */
export function sortOf({ sort, after }: ElderQuery): { sort: Record<string, 1>; place: Condition[] } {
  const field = sortFields[sort];
  const order: Record<string, 1> = { [field]: 1, _id: 1 };
  if (!after) return { sort: order, place: [] };
  if (after.key === '') {
    const known = { [field]: { $ne: null } };
    return { sort: order, place: [{ $or: [{ [field]: null, _id: { $gt: after.id } }, known] }] };
  }
  const key = sort === 'stale' ? new Date(after.key) : after.key;
  return { sort: order, place: [{ $or: [{ [field]: { $gt: key } }, { [field]: key, _id: { $gt: after.id } }] }] };
}
