import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assessed,
  assess,
  type Findings,
  faultOf,
  levelOfTotal,
  type Scores,
  sayLevel,
  standards,
} from './ability.ts';
import { abilityBlocks, blockCodes, itemCodes, itemOf, itemsOf, maxOf } from './ability-items.ts';

const well: Findings = { coma: false, dementia: false, mentalDisorder: false, riskEvents30d: 0 };
const full = Object.fromEntries(itemCodes.map((code) => [code, maxOf(code)])) as Scores;

/** A whole sheet with this total: points are taken away item by item from the end. */
function scoring(total: number): Scores {
  const scores = { ...full };
  let over = 90 - total;
  for (const code of [...itemCodes].reverse()) {
    const less = Math.min(over, scores[code]);
    scores[code] -= less;
    over -= less;
  }
  return scores;
}
const level = (total: number, findings: Partial<Findings> = {}): Assessed =>
  assess({ scores: scoring(total), ...well, ...findings });

describe('the table of the standard', () => {
  it('has 26 items in four blocks of 8, 4, 9 and 5', () => {
    expect(itemCodes).toHaveLength(26);
    expect(blockCodes.map((block) => itemsOf(block).length)).toEqual([8, 4, 9, 5]);
    expect(Object.values(abilityBlocks)).toEqual(['自理能力', '基础运动能力', '精神状态', '感知觉与社会参与']);
  });

  it('adds up to 32 + 15 + 28 + 15 = 90', () => {
    const maxima = blockCodes.map((block) => itemsOf(block).reduce((sum, code) => sum + maxOf(code), 0));
    expect(maxima).toEqual([32, 15, 28, 15]);
    expect(maxima.reduce((a, b) => a + b)).toBe(90);
  });

  it('names every item and its maximum as the standard does', () => {
    expect(itemCodes.map((code) => [code, itemOf(code).name, maxOf(code)])).toEqual([
      ['B1.1', '进食', 4],
      ['B1.2', '修饰', 4],
      ['B1.3', '洗澡', 4],
      ['B1.4', '穿/脱上衣', 4],
      ['B1.5', '穿/脱裤子和鞋袜', 4],
      ['B1.6', '小便控制', 4],
      ['B1.7', '大便控制', 4],
      ['B1.8', '如厕', 4],
      ['B2.1', '床上体位转移', 4],
      ['B2.2', '床椅转移', 4],
      ['B2.3', '平地行走', 4],
      ['B2.4', '上下楼梯', 3],
      ['B3.1', '时间定向', 4],
      ['B3.2', '空间定向', 4],
      ['B3.3', '人物定向', 4],
      ['B3.4', '记忆', 4],
      ['B3.5', '理解能力', 4],
      ['B3.6', '表达能力', 4],
      ['B3.7', '攻击行为', 1],
      ['B3.8', '抑郁症状', 1],
      ['B3.9', '意识水平', 2],
      ['B4.1', '视力', 2],
      ['B4.2', '听力', 2],
      ['B4.3', '执行日常事务', 4],
      ['B4.4', '使用交通工具外出', 3],
      ['B4.5', '社会交往能力', 4],
    ]);
  });

  it('tells apart the scores of an item', () => {
    for (const code of itemCodes) {
      const { scores } = itemOf(code);
      expect(new Set(scores).size, code).toBe(scores.length);
    }
  });
});

describe('the bands', () => {
  it.each([
    [90, 0],
    [89, 1],
    [66, 1],
    [65, 2],
    [46, 2],
    [45, 3],
    [30, 3],
    [29, 4],
    [0, 4],
  ])('a total of %i is level %i', (total, expected) => {
    expect(levelOfTotal(total)).toBe(expected);
    expect(level(total)).toMatchObject({ total, baseLevel: expected, level: expected, adjustments: [] });
  });

  it('have the names of the standard', () => {
    expect([0, 1, 2, 3, 4].map((n) => sayLevel(standards.now, n))).toEqual([
      '能力完好（0级）',
      '轻度失能（1级）',
      '中度失能（2级）',
      '重度失能（3级）',
      '完全失能（4级）',
    ]);
    expect(sayLevel(standards.old, 3)).toBe('重度失能（3级）');
  });
});

describe('the adjustments', () => {
  it.each([
    ['dementia', { dementia: true }, '因确诊痴呆，调整为重度失能（3级）。'],
    ['mentalDisorder', { mentalDisorder: true }, '因精神科医生确诊精神和行为障碍，调整为重度失能（3级）。'],
    ['riskEvents', { riskEvents30d: 2 }, '因近 30 天有 2 次照护风险事件，调整为重度失能（3级）。'],
  ])('%s makes it one level worse', (ground, findings, words) => {
    const result = level(58, findings);
    expect(result).toMatchObject({ total: 58, baseLevel: 2, level: 3, adjustments: [ground] });
    expect(result.words).toEqual(['总分 58 分，中度失能（2级）。', words]);
  });

  it('one risk event changes nothing', () => {
    expect(level(58, { riskEvents30d: 1 })).toMatchObject({ level: 2, adjustments: [] });
    expect(level(58, { riskEvents30d: 5 })).toMatchObject({ level: 3 });
  });

  it('several grounds together make it one level worse, not more', () => {
    const result = level(70, { dementia: true, mentalDisorder: true, riskEvents30d: 3 });
    expect(result).toMatchObject({ baseLevel: 1, level: 2, adjustments: ['dementia', 'mentalDisorder', 'riskEvents'] });
    expect(result.words[1]).toBe(
      '因确诊痴呆、精神科医生确诊精神和行为障碍、近 30 天有 3 次照护风险事件，调整为中度失能（2级）（几项同时有，也只调一级）。',
    );
  });

  it('takes even a full 90 down to level 1', () => {
    expect(level(90, { dementia: true })).toMatchObject({ baseLevel: 0, level: 1 });
  });

  it('leaves level 4 at 4', () => {
    const result = level(29, { dementia: true, riskEvents30d: 2 });
    expect(result).toMatchObject({ baseLevel: 4, level: 4 });
    expect(result.words[1]).toBe('确诊痴呆、近 30 天有 2 次照护风险事件；已是最重一级，不再调整。');
  });

  it.each([90, 89, 65, 45, 29])('coma is level 4 at once, from a total of %i', (total) => {
    const result = level(total, { coma: true, dementia: true });
    expect(result.level).toBe(4);
    expect(result.adjustments).toEqual(['coma', 'dementia']);
    expect(result.words[1]).toBe('因处于昏迷状态，直接评定为完全失能（4级）。');
  });
});

describe('what is refused', () => {
  it('names the item that is missing', () => {
    const { 'B2.3': _, ...rest } = full;
    expect(() => assess({ scores: rest as Scores, ...well })).toThrow('“平地行走”还没有评分。');
  });

  it.each([
    ['B2.4', 4, '“上下楼梯”应是 0 到 3 的整数。'],
    ['B3.7', 2, '“攻击行为”应是 0 到 1 的整数。'],
    ['B1.1', -1, '“进食”应是 0 到 4 的整数。'],
    ['B1.1', 2.5, '“进食”应是 0 到 4 的整数。'],
    ['B1.1', Number.NaN, '“进食”应是 0 到 4 的整数。'],
    ['B1.1', '4', '“进食”应是 0 到 4 的整数。'],
  ] as const)('%s of %s', (code, score, words) => {
    expect(faultOf(code, score)).toBe(words);
    expect(() => assess({ scores: { ...full, [code]: score } as Scores, ...well })).toThrow(words);
  });

  it('names every one of several', () => {
    const scores = { ...full, 'B1.2': 5, 'B4.1': 3 };
    expect(() => assess({ scores, ...well })).toThrow('“修饰”应是 0 到 4 的整数。“视力”应是 0 到 2 的整数。');
  });
});

describe('for any sheet', () => {
  const anySheet = fc.record({
    scores: fc.record(
      Object.fromEntries(itemCodes.map((code) => [code, fc.integer({ min: 0, max: maxOf(code) })])) as Record<
        keyof Scores,
        fc.Arbitrary<number>
      >,
    ),
    coma: fc.boolean(),
    dementia: fc.boolean(),
    mentalDisorder: fc.boolean(),
    riskEvents30d: fc.nat(5),
  });

  it('the total is the sum, and the level follows the rule of the standard', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { total, blocks, baseLevel, level: result } = assess(sheet);
        const sum = Object.values(sheet.scores).reduce((a, b) => a + b, 0);
        expect(total).toBe(sum);
        expect(Object.values(blocks).reduce((a, b) => a + b, 0)).toBe(sum);
        const base = sum === 90 ? 0 : sum >= 66 ? 1 : sum >= 46 ? 2 : sum >= 30 ? 3 : 4;
        expect(baseLevel).toBe(base);
        const worse = sheet.dementia || sheet.mentalDisorder || sheet.riskEvents30d >= 2;
        expect(result).toBe(sheet.coma ? 4 : worse ? Math.min(4, base + 1) : base);
      }),
    );
  });

  it('a point less never makes the level better', () => {
    fc.assert(
      fc.property(anySheet, fc.constantFrom(...itemCodes), (sheet, code) => {
        fc.pre(sheet.scores[code] > 0);
        const less = { ...sheet, scores: { ...sheet.scores, [code]: sheet.scores[code] - 1 } };
        expect(assess(less).level).toBeGreaterThanOrEqual(assess(sheet).level);
      }),
    );
  });
});
