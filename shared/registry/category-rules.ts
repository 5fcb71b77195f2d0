import { ageOn, type CategoryFacts } from './category-facts.ts';
import { childrenLiveLabels, type Living, livingLabels, maritalLabels } from './fact-labels.ts';
import { allOf, type Told, type Verdict } from './three-valued.ts';

export const categoryLabels = {
  livingAlone: '独居',
  advancedAge: '高龄',
  severelyDisabled: '重度失能',
  disabled: '失能',
  emptyNest: '空巢',
  leftBehind: '留守',
  severeHandicap: '重残',
  familyPlanningSpecial: '计划生育特殊家庭',
  childless: '孤寡',
} as const;

export type Category = keyof typeof categoryLabels;

type Field = keyof CategoryFacts;
export type CategoryRule = (facts: CategoryFacts, day: string) => Verdict<Field>;

/** A condition on one fact, which is 'unknown' while the fact is missing. */
function condition<F extends Field>(field: F, asks: string, say: (value: NonNullable<CategoryFacts[F]>) => string) {
  return (facts: CategoryFacts, meets: (value: NonNullable<CategoryFacts[F]>) => boolean): Told<Field> => {
    const value = facts[field];
    if (value === null) return { field, holds: 'unknown', said: '', asks };
    return { field, holds: meets(value) ? 'yes' : 'no', said: say(value), asks };
  };
}

const living = condition('living', '居住状况', (value) => livingLabels[value]);
const children = condition('childrenLive', '子女住在哪里', (value) => childrenLiveLabels[value]);
const marriage = condition('marital', '婚姻状况', (value) => maritalLabels[value]);
const village = condition('ruralHome', '是否住在农村', (value) => (value ? '住在农村' : '不住在农村'));
const supporter = condition('hasSupporter', '身边有没有人能照应', (value) =>
  value ? '身边有人能照应' : '身边没有人能照应',
);
const ability = condition('abilityLevel', '能力评估等级', (value) => `能力评估 ${value} 级`);
const handicap = condition('handicapGrade', '残疾证等级', (value) => (value === 0 ? '无残疾证' : `残疾证 ${value} 级`));
const planning = condition('familyPlanningSpecial', '是否计划生育特殊家庭', (value) =>
  value ? '计划生育特殊家庭' : '不是计划生育特殊家庭',
);
const ageFrom = (facts: CategoryFacts, day: string, years: number): Told<Field> =>
  condition('birthDate', '出生日期', (born) => {
    const age = ageOn(born, day);
    return `${age} 岁，${age >= years ? '满' : '未满'} ${years} 岁`;
  })(facts, (born) => ageOn(born, day) >= years);

/** A household of `who` without children in the same district (local annex of definitions, domain.md §2.1, S14). */
const household =
  (who: Living): CategoryRule =>
  (facts) =>
    allOf([
      living(facts, (value) => value === who),
      children(facts, (value) => value === 'none' || value === 'elsewhere'),
    ]);

/** A GB/T 42195-2022 level of at least this. */
const abilityFrom =
  (level: number): CategoryRule =>
  (facts) =>
    allOf([ability(facts, (value) => value >= level)]);

const first: Record<Category, CategoryRule> = {
  livingAlone: household('alone'),
  advancedAge: (facts, day) => allOf([ageFrom(facts, day, 80)]),
  // Level ≥ 3 as 重度失能 is assumed (domain.md §3 e); level ≥ 2, a score of 65 or less, as 失能 follows S14.
  severelyDisabled: abilityFrom(3),
  disabled: abilityFrom(2),
  emptyNest: household('withSpouse'),
  leftBehind: (facts) =>
    allOf([
      village(facts, (value) => value),
      children(facts, (value) => value === 'elsewhere'),
      supporter(facts, (value) => !value),
    ]),
  severeHandicap: (facts) => allOf([handicap(facts, (value) => value === 1 || value === 2)]),
  familyPlanningSpecial: (facts) => allOf([planning(facts, (value) => value)]),
  childless: (facts) =>
    allOf([marriage(facts, (value) => value !== 'married'), children(facts, (value) => value === 'none')]),
};

/** Every set of rules that was ever in force, oldest first: a new one is added below with its first day. */
const ruleSets: readonly { version: string; since: string; rules: Record<Category, CategoryRule> }[] = [
  { version: 'categories-2026.1', since: '2026-01-01', rules: first },
];

/** The rules in force on a day (YYYY-MM-DD); days before the first set are counted by it as well. */
export const categoryRulesOn = (day: string): (typeof ruleSets)[number] =>
  ruleSets.findLast(({ since }) => since <= day) ?? ruleSets[0]!;
