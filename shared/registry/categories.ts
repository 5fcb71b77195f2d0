import type { CategoryFacts } from './category-facts.ts';
import { type Category, categoryLabels, categoryRulesOn } from './category-rules.ts';
import { fields } from './fields.ts';
import { type Holds, stillToFindOut } from './three-valued.ts';

export { ageOn, type CategoryFacts } from './category-facts.ts';
export { type Category, categoryLabels } from './category-rules.ts';
export {
  type ChildrenLive,
  childrenLiveLabels,
  childrenLives,
  type Living,
  livingLabels,
  livings,
} from './fact-labels.ts';

/** Every category of every list, derived from facts and never typed. */
export const categories = Object.keys(categoryLabels) as [Category, ...Category[]];

/**
 * The same facts seen by three lists (domain.md §2.1). The street's paper names 独居、高龄、重度失能 of its six; the
 * other three follow the national list, with 留守 replaced by 高龄 (assumed): `streetSix` is only the list of a street
 * that has set none (parameter `streetCategories`).
 */
export const categoryViews = {
  streetSix: {
    label: '街道六类',
    source: '街道名单；已公开三类，其余三类为默认，请街道确认',
    keys: ['livingAlone', 'advancedAge', 'severelyDisabled', 'emptyNest', 'severeHandicap', 'familyPlanningSpecial'],
  },
  nationalSix: {
    label: '国家六类',
    source: '民发〔2022〕73号',
    keys: ['livingAlone', 'emptyNest', 'leftBehind', 'disabled', 'severeHandicap', 'familyPlanningSpecial'],
  },
  tianjinSeven: {
    label: '天津七类',
    source: '津民发〔2024〕7号',
    keys: [
      'childless',
      'livingAlone',
      'emptyNest',
      'leftBehind',
      'disabled',
      'severeHandicap',
      'familyPlanningSpecial',
    ],
  },
} as const satisfies Record<string, { label: string; source: string; keys: readonly Category[] }>;
export type CategoryView = keyof typeof categoryViews;
export const categoryViewNames = Object.keys(categoryViews) as [CategoryView, ...CategoryView[]];

export interface CategoryResult {
  category: Category;
  label: string;
  holds: Holds;
  /** Why, in the user's words, naming the facts, or for 'unknown' what is missing. */
  reason: string;
  /** The facts that the rule looked at, each as it is known. */
  facts: { field: keyof CategoryFacts; label: string; said: string }[];
}

/** The version of the rules that `deriveCategories` goes by on a day (YYYY-MM-DD). */
export const categoryRuleVersionOn = (day: string): string => categoryRulesOn(day).version;

/**
 * What holds on `day` (YYYY-MM-DD) by the rules in force then, with reasons; all nine unless a list is given, in the
 * order of that list. A fact that is missing gives 'unknown', never 'no'.
 */
export const deriveCategories = (
  facts: CategoryFacts,
  day: string,
  view: readonly Category[] = categories,
): CategoryResult[] => {
  const { rules } = categoryRulesOn(day);
  return view.map((category) => {
    const { holds, reason, told } = rules[category](facts, day);
    return {
      category,
      label: categoryLabels[category],
      holds,
      reason,
      facts: told.map(({ field, said, asks }) => ({
        field,
        label: fields[field].label,
        said: said || stillToFindOut([asks]),
      })),
    };
  });
};

/** Those categories of a list that hold on a day. */
export const categoriesHeld = (facts: CategoryFacts, day: string, view: readonly Category[] = categories): Category[] =>
  deriveCategories(facts, day, view).flatMap(({ category, holds }) => (holds === 'yes' ? [category] : []));
