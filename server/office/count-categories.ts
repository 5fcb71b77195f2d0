import {
  type Category,
  type CategoryFacts,
  type CategoryView,
  categories,
  categoryRuleVersionOn,
  categoryViewNames,
  categoryViews,
  deriveCategories,
} from '@wubian/shared/registry/categories.ts';
import { caredFor, type LifeStatus } from '@wubian/shared/registry/life.ts';

/** What is counted by: the three lists, of which the street's own is the one in force on the day. */
export type Lists = Record<CategoryView, Category[]>;

export interface CommunityFigures {
  communityId: string;
  name: string;
  elders: number;
  /** Of how many at least one category of the list holds. */
  listed: Record<CategoryView, number>;
  categories: { category: Category; yes: number; unknown: number }[];
}

/** How many elders hold each category, by community, with what it was counted by. */
export interface CategoryFigures {
  /** YYYY-MM-DD: the day whose rules, list and ages counted. */
  day: string;
  countedAt: Date;
  ruleVersion: string;
  lists: Lists;
  communities: CommunityFigures[];
}

export const listsWith = (streetSix: readonly Category[]): Lists => ({
  streetSix: [...streetSix],
  nationalSix: [...categoryViews.nationalSix.keys],
  tianjinSeven: [...categoryViews.tianjinSeven.keys],
});

interface Counted {
  communityId: string;
  status: LifeStatus;
  facts: CategoryFacts;
}

const blank = (communityId: string, name: string): CommunityFigures => ({
  communityId,
  name,
  elders: 0,
  listed: { streetSix: 0, nationalSix: 0, tianjinSeven: 0 },
  categories: categories.map((category) => ({ category, yes: 0, unknown: 0 })),
});

/** Counts those whom the street looks after, in one pass; communities come in the street's order. */
export async function countCategories(
  elders: AsyncIterable<Counted>,
  given: { communities: readonly { id: string; name: string }[]; lists: Lists; day: string; at: Date },
): Promise<CategoryFigures> {
  const { lists, day } = given;
  const figures = new Map(given.communities.map(({ id, name }) => [id, blank(id, name)]));
  for await (const { communityId, status, facts } of elders) {
    if (!caredFor.includes(status)) continue;
    if (!figures.has(communityId)) figures.set(communityId, blank(communityId, '已撤并的社区'));
    const row = figures.get(communityId)!;
    row.elders += 1;
    const held = new Set<Category>();
    for (const [i, { category, holds }] of deriveCategories(facts, day).entries()) {
      if (holds === 'no') continue;
      row.categories[i]![holds] += 1;
      if (holds === 'yes') held.add(category);
    }
    for (const view of categoryViewNames) if (lists[view].some((one) => held.has(one))) row.listed[view] += 1;
  }
  return {
    day,
    countedAt: given.at,
    ruleVersion: categoryRuleVersionOn(day),
    lists,
    communities: [...figures.values()],
  };
}
