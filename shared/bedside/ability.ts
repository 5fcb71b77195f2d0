import { type BlockCode, blockCodes, type ItemCode, itemCodes, itemOf, itemsOf, maxOf } from './ability-items.ts';

/** GB/T 42195-2022 and the standard before it; a result says by which it was made and is never turned into the other. */
export const standards = { now: 'GB/T 42195-2022', old: 'MZ/T 039-2013' } as const;
export type Standard = (typeof standards)[keyof typeof standards];

/** GB/T 42195-2022: level 0 … 4, each from this total upwards. */
export const abilityLevels = [
  { name: '能力完好', from: 90 },
  { name: '轻度失能', from: 66 },
  { name: '中度失能', from: 46 },
  { name: '重度失能', from: 30 },
  { name: '完全失能', from: 0 },
] as const;
/** MZ/T 039-2013 had four. */
export const oldLevels = ['能力完好', '轻度失能', '中度失能', '重度失能'] as const;

/** '中度失能（2级）'. */
export const sayLevel = (standard: Standard, level: number): string =>
  `${standard === standards.now ? abilityLevels[level]?.name : oldLevels[level]}（${level}级）`;

/** Two or more 照护风险事件 in this many days weigh on the level. */
export const riskDays = 30;
export const riskEventsThatCount = 2;

export type Scores = Record<ItemCode, number>;

/** What an assessment finds beside the 26 scores. */
export interface Findings {
  coma: boolean;
  /** F00–F03, diagnosed. */
  dementia: boolean;
  /** F04–F99, diagnosed by a psychiatrist. */
  mentalDisorder: boolean;
  /** 照护风险事件 of the last 30 days. */
  riskEvents30d: number;
}
export interface Sheet extends Findings {
  scores: Scores;
}

export type Adjustment = 'coma' | 'dementia' | 'mentalDisorder' | 'riskEvents';

export interface Assessed {
  total: number;
  blocks: Record<BlockCode, number>;
  /** By the total alone. */
  baseLevel: number;
  level: number;
  /** What holds of the grounds for another level, whether or not the level moved. */
  adjustments: Adjustment[];
  /** Why it is this level, line by line. */
  words: string[];
}

/** What is wrong with the score of an item, in the user's words; null when nothing is. */
export function faultOf(code: ItemCode, score: unknown): string | null {
  const { name } = itemOf(code);
  if (score === undefined || score === null) return `“${name}”还没有评分。`;
  const fits = typeof score === 'number' && Number.isInteger(score) && score >= 0 && score <= maxOf(code);
  return fits ? null : `“${name}”应是 0 到 ${maxOf(code)} 的整数。`;
}

/** The items that have no score yet, in the order of the standard. */
export const missingItems = (scores: Partial<Scores>): ItemCode[] =>
  itemCodes.filter((code) => scores[code] === undefined);

/** The scores of a block that are there, added up. */
export const blockTotal = (block: BlockCode, scores: Partial<Scores>): number =>
  itemsOf(block).reduce((sum, code) => sum + (scores[code] ?? 0), 0);

/** The level that a total alone gives. */
export const levelOfTotal = (total: number): number => abilityLevels.findIndex(({ from }) => total >= from);

const groundWords: Record<Adjustment, (findings: Findings) => string> = {
  coma: () => '处于昏迷状态',
  dementia: () => '确诊痴呆',
  mentalDisorder: () => '精神科医生确诊精神和行为障碍',
  riskEvents: ({ riskEvents30d }) => `近 ${riskDays} 天有 ${riskEvents30d} 次照护风险事件`,
};

function groundsOf({ coma, dementia, mentalDisorder, riskEvents30d }: Findings): Adjustment[] {
  const holds = { coma, dementia, mentalDisorder, riskEvents: riskEvents30d >= riskEventsThatCount };
  return (Object.keys(holds) as Adjustment[]).filter((ground) => holds[ground]);
}

function adjustedWords(findings: Findings, grounds: Adjustment[], baseLevel: number, level: number): string[] {
  if (grounds.length === 0) return [];
  const said = grounds.map((ground) => groundWords[ground](findings)).join('、');
  const worst = abilityLevels.length - 1;
  if (findings.coma) return [`因${groundWords.coma(findings)}，直接评定为${sayLevel(standards.now, worst)}。`];
  if (baseLevel === worst) return [`${said}；已是最重一级，不再调整。`];
  const once = grounds.length > 1 ? '（几项同时有，也只调一级）' : '';
  return [`因${said}，调整为${sayLevel(standards.now, level)}${once}。`];
}

/**
 * GB/T 42195-2022: total, level and why. Coma is level 4 at once; dementia, another mental disorder or two risk events
 * in 30 days make it one level worse, once for all of them (“若有以下情况之一”), and level 4 stays 4.
 * Throws a RangeError naming every item that is missing or out of range.
 */
export function assess({ scores, ...findings }: Sheet): Assessed {
  const faults = itemCodes.flatMap((code) => faultOf(code, scores[code]) ?? []);
  if (faults.length) throw new RangeError(faults.join(''));
  const blocks = Object.fromEntries(
    blockCodes.map((block) => [block, blockTotal(block, scores)]),
  ) as Assessed['blocks'];
  const total = blockCodes.reduce((sum, block) => sum + blocks[block], 0);
  const baseLevel = levelOfTotal(total);
  const worst = abilityLevels.length - 1;
  const adjustments = groundsOf(findings);
  const raised = Math.min(worst, baseLevel + (adjustments.length > 0 ? 1 : 0));
  const level = findings.coma ? worst : raised;
  const words = [
    `总分 ${total} 分，${sayLevel(standards.now, baseLevel)}。`,
    ...adjustedWords(findings, adjustments, baseLevel, level),
  ];
  return { total, blocks, baseLevel, level, adjustments, words };
}
