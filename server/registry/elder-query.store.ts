import type { Category } from '@wubian/shared/registry/categories.ts';
import { categoryFilter, type FactCondition } from '@wubian/shared/registry/category-filter.ts';
import type { ElderSeal } from './elder-seal.ts';
import type { Search } from './elder-search.ts';

type Condition = Record<string, unknown>;

const inMongo = (condition: FactCondition): Condition => {
  if ('oneOf' in condition) return { $in: [...condition.oneOf] };
  return 'atLeast' in condition ? { $gte: condition.atLeast } : { $lte: condition.atMost };
};

/** Those for whom the category holds on `day`, as the database looks for them. */
export const categoryCondition = (category: Category, day: string): Condition =>
  Object.fromEntries(Object.entries(categoryFilter(category, day)).map(([fact, is]) => [fact, inMongo(is)]));

const beginsWith = (word: string): Condition => ({ $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` });

/** A search as the database looks for it; every form runs on an index. */
export function searchCondition(
  seal: ElderSeal,
  streetId: string,
  search: Search,
  estateIds: readonly string[],
): Condition {
  if (search.by === 'phone') return { phoneKeys: seal.phoneKey(streetId, search.digits) };
  const inEstates = { estateId: { $in: [...estateIds] } };
  if (search.by === 'word') {
    const byName = { nameWords: beginsWith(search.word) };
    return estateIds.length ? { $or: [byName, inEstates] } : byName;
  }
  const byDoor = { doorKeys: seal.doorKey(streetId, search.door) };
  return search.estate ? { ...byDoor, ...inEstates } : byDoor;
}
