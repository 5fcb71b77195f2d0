/**
 * The six categories of the street, derived from facts and never typed: 独居 高龄 重度失能 空巢 重残 计划生育特殊家庭.
 * The street's list names only three of its six; the other three follow 民发〔2022〕73号, with 留守 replaced by 高龄
 * (domain.md §2.1, assumed there). A fact that is missing gives 'unknown', never 'no'.
 */

export const categoryRuleVersion = 'street-six-2026.1';

export const categoryLabels = {
  livingAlone: '独居',
  advancedAge: '高龄',
  severelyDisabled: '重度失能',
  emptyNest: '空巢',
  severeHandicap: '重残',
  familyPlanningSpecial: '计划生育特殊家庭',
} as const;

export type Category = keyof typeof categoryLabels;
export const categories = Object.keys(categoryLabels) as [Category, ...Category[]];

/** The facts behind the categories; null means that nobody has found out yet. */
export interface CategoryFacts {
  /** YYYY-MM-DD */
  birthDate: string | null;
  living: Living | null;
  /** Where the nearest child lives; 'none' is a person without children. */
  childrenLive: ChildrenLive | null;
  /** GB/T 42195-2022 level, 0 able … 4 wholly disabled. */
  abilityLevel: number | null;
  /** Grade of the disability certificate, 1 heaviest … 4; 0 is a person without one. */
  handicapGrade: number | null;
  familyPlanningSpecial: boolean | null;
}

export const livingLabels = {
  alone: '独自居住',
  withSpouse: '与老伴同住',
  withChildren: '与子女同住',
  withOthers: '与亲友或保姆同住',
} as const;
export type Living = keyof typeof livingLabels;
export const livings = Object.keys(livingLabels) as [Living, ...Living[]];

export const childrenLiveLabels = {
  none: '无子女',
  sameHome: '子女同住',
  sameDistrict: '子女住在本区',
  elsewhere: '子女住在外区或外地',
} as const;
export type ChildrenLive = keyof typeof childrenLiveLabels;
export const childrenLives = Object.keys(childrenLiveLabels) as [ChildrenLive, ...ChildrenLive[]];

export interface CategoryResult {
  category: Category;
  label: string;
  holds: 'yes' | 'no' | 'unknown';
  /** Why, in the user's words, naming the facts. */
  reason: string;
}

/** Full years of age on a day; both are YYYY-MM-DD. Someone born on 29 February turns older on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

type Verdict = Pick<CategoryResult, 'holds' | 'reason'>;
const yes = (reason: string): Verdict => ({ holds: 'yes', reason });
const no = (reason: string): Verdict => ({ holds: 'no', reason });
const unknown = (missing: string): Verdict => ({ holds: 'unknown', reason: `还不知道：${missing}` });

const childrenAway = (childrenLive: ChildrenLive): boolean => childrenLive === 'none' || childrenLive === 'elsewhere';

/** A household without children in the same district, lived in by `who` (definitions of domain.md §2.1, S14). */
function household(facts: CategoryFacts, who: Living): Verdict {
  if (facts.living === null) return unknown('居住状况');
  if (facts.living !== who) return no(livingLabels[facts.living]);
  if (facts.childrenLive === null) return unknown('子女住在哪里');
  const reason = `${livingLabels[who]}，${childrenLiveLabels[facts.childrenLive]}`;
  return childrenAway(facts.childrenLive) ? yes(reason) : no(reason);
}

const rules: Record<Category, (facts: CategoryFacts, day: string) => Verdict> = {
  livingAlone: (facts) => household(facts, 'alone'),
  advancedAge: ({ birthDate }, day) => {
    if (birthDate === null) return unknown('出生日期');
    const age = ageOn(birthDate, day);
    return age >= 80 ? yes(`${age} 岁，满 80 岁`) : no(`${age} 岁，未满 80 岁`);
  },
  // Level ≥ 3 as 重度失能 is assumed in domain.md §3 (e).
  severelyDisabled: ({ abilityLevel }) => {
    if (abilityLevel === null) return unknown('能力评估等级');
    return abilityLevel >= 3 ? yes(`能力评估 ${abilityLevel} 级`) : no(`能力评估 ${abilityLevel} 级`);
  },
  emptyNest: (facts) => household(facts, 'withSpouse'),
  severeHandicap: ({ handicapGrade }) => {
    if (handicapGrade === null) return unknown('残疾证等级');
    if (handicapGrade === 0) return no('无残疾证');
    return handicapGrade <= 2 ? yes(`残疾证 ${handicapGrade} 级`) : no(`残疾证 ${handicapGrade} 级`);
  },
  familyPlanningSpecial: ({ familyPlanningSpecial }) => {
    if (familyPlanningSpecial === null) return unknown('是否计划生育特殊家庭');
    return familyPlanningSpecial ? yes('计划生育特殊家庭') : no('不是计划生育特殊家庭');
  },
};

/** All six with their reasons, in the table's order, as they stand on `day` (YYYY-MM-DD). */
export const deriveCategories = (facts: CategoryFacts, day: string): CategoryResult[] =>
  categories.map((category) => ({ category, label: categoryLabels[category], ...rules[category](facts, day) }));
