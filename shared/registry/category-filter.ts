import type { Category, CategoryFacts } from './categories.ts';

/** A condition on one fact: one of these values, or a bound, both inclusive. A missing fact meets none. */
export type FactCondition =
  | { oneOf: readonly (string | number | boolean)[] }
  | { atLeast: number }
  | { atMost: string };
export type FactFilter = Partial<Record<keyof CategoryFacts, FactCondition>>;

const away: FactCondition = { oneOf: ['none', 'elsewhere'] };

/** The last birth date with which someone is 80 on `day`; both YYYY-MM-DD. */
const eightyOn = (day: string): string => String(Number(day.slice(0, 4)) - 80).padStart(4, '0') + day.slice(4);

const filters: Record<Category, (day: string) => FactFilter> = {
  livingAlone: () => ({ living: { oneOf: ['alone'] }, childrenLive: away }),
  advancedAge: (day) => ({ birthDate: { atMost: eightyOn(day) } }),
  severelyDisabled: () => ({ abilityLevel: { atLeast: 3 } }),
  emptyNest: () => ({ living: { oneOf: ['withSpouse'] }, childrenLive: away }),
  severeHandicap: () => ({ handicapGrade: { oneOf: [1, 2] } }),
  familyPlanningSpecial: () => ({ familyPlanningSpecial: { oneOf: [true] } }),
};

/**
 * The facts of those for whom `deriveCategories` answers yes on `day` (YYYY-MM-DD), in a form that a database can
 * look for. A property test holds the two together.
 */
export const categoryFilter = (category: Category, day: string): FactFilter => filters[category](day);
