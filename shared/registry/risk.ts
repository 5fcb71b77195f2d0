import type { CategoryFacts } from './category-facts.ts';
import { type Category, categoryRulesOn } from './category-rules.ts';
import { livingLabels } from './fact-labels.ts';
import { allOf, type Told, type Verdict } from './three-valued.ts';

export const riskLabels = { red: '红', orange: '橙', yellow: '黄', green: '绿' } as const;
export type RiskColour = keyof typeof riskLabels;
/** The worst first. */
export const riskColours = Object.keys(riskLabels) as [RiskColour, ...RiskColour[]];

export interface RiskResult {
  colour: RiskColour;
  label: string;
  /** Why, in the user's words: what was found, and the facts behind it. */
  reason: string;
  /** What nobody has found out yet and could make it worse. */
  missing: string[];
}

type Field = keyof CategoryFacts;
type Of = (category: Category) => Verdict<Field>;
interface Row {
  colour: RiskColour;
  label: string;
  verdict(of: Of, facts: CategoryFacts): Verdict<Field>;
}

const livesAlone = ({ living }: CategoryFacts): Told<Field> => ({
  field: 'living',
  asks: '居住状况',
  holds: living === null ? 'unknown' : living === 'alone' ? 'yes' : 'no',
  said: living === null ? '' : livingLabels[living],
});

const impaired = ({ abilityLevel: level }: CategoryFacts): Told<Field> => ({
  field: 'abilityLevel',
  asks: '能力评估等级',
  holds: level === null ? 'unknown' : level >= 1 ? 'yes' : 'no',
  said: level === null ? '' : `能力评估 ${level} 级`,
});

const one = (colour: RiskColour, label: string, category: Category): Row => ({
  colour,
  label,
  verdict: (of) => of(category),
});

/**
 * domain.md §10c, the worst first. Its yellow row says 轻/中度; a heavier level of somebody who does not live alone
 * counts there as well, since it cannot weigh less.
 */
const rows: readonly Row[] = [
  {
    colour: 'red',
    label: '重度失能且独自居住',
    verdict: (of, facts) => allOf([...of('severelyDisabled').told, livesAlone(facts)]),
  },
  one('red', '孤寡', 'childless'),
  {
    colour: 'red',
    label: '高龄独居',
    verdict: (of) => allOf([...of('advancedAge').told, ...of('livingAlone').told]),
  },
  one('orange', '独居', 'livingAlone'),
  one('orange', '高龄', 'advancedAge'),
  one('orange', '重残', 'severeHandicap'),
  one('yellow', '空巢', 'emptyNest'),
  one('yellow', '计划生育特殊家庭', 'familyPlanningSpecial'),
  { colour: 'yellow', label: '失能', verdict: (_, facts) => allOf([impaired(facts)]) },
];

/**
 * The worst colour that the known facts prove on `day` (YYYY-MM-DD). What is missing never makes it better for good:
 * `missing` names each fact that could still make it worse.
 */
export function riskOn(facts: CategoryFacts, day: string): RiskResult {
  const { rules } = categoryRulesOn(day);
  const judged = rows.map(({ colour, label, verdict }) => ({
    colour,
    label,
    verdict: verdict((category) => rules[category](facts, day), facts),
  }));
  const proven = judged.find(({ verdict }) => verdict.holds === 'yes');
  const colour = proven?.colour ?? 'green';
  const couldBe = judged.filter(
    (row) => row.verdict.holds === 'unknown' && riskColours.indexOf(row.colour) < riskColours.indexOf(colour),
  );
  const missing = couldBe.flatMap(({ verdict }) =>
    verdict.told.flatMap(({ holds, asks }) => (holds === 'unknown' ? [asks] : [])),
  );
  const reason = proven ? `${proven.label}：${proven.verdict.reason}` : '没有查到需要重点关注的情况';
  return { colour, label: riskLabels[colour], reason, missing: [...new Set(missing)] };
}
