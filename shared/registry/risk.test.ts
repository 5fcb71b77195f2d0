import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, someFacts } from '../../tests/factories/category-facts.ts';
import { type CategoryFacts, nothingKnown } from './category-facts.ts';
import { type RiskColour, riskColours, riskOn } from './risk.ts';

const day = '2026-05-06';
/** A person of whom everything is known and nothing weighs. */
const sound: CategoryFacts = {
  birthDate: '1956-05-06',
  living: 'withChildren',
  childrenLive: 'sameHome',
  marital: 'married',
  ruralHome: false,
  hasSupporter: true,
  abilityLevel: 0,
  handicapGrade: 0,
  familyPlanningSpecial: false,
};
const alone = { living: 'alone', childrenLive: 'elsewhere' } as const;

it.each<[Partial<CategoryFacts>, RiskColour, string]>([
  [
    { living: 'alone', childrenLive: 'sameDistrict', abilityLevel: 3 },
    'red',
    '重度失能且独自居住：能力评估 3 级，独自居住',
  ],
  [{ marital: 'widowed', childrenLive: 'none' }, 'red', '孤寡：丧偶，无子女'],
  [{ ...alone, birthDate: '1946-05-06' }, 'red', '高龄独居：80 岁，满 80 岁，独自居住，子女住在外区或外地'],
  [{ ...alone, birthDate: '1946-05-07' }, 'orange', '独居：独自居住，子女住在外区或外地'],
  [{ birthDate: '1940-01-01' }, 'orange', '高龄：86 岁，满 80 岁'],
  [{ handicapGrade: 2 }, 'orange', '重残：残疾证 2 级'],
  [{ living: 'withSpouse', childrenLive: 'elsewhere' }, 'yellow', '空巢：与老伴同住，子女住在外区或外地'],
  [{ familyPlanningSpecial: true }, 'yellow', '计划生育特殊家庭：计划生育特殊家庭'],
  [{ abilityLevel: 1 }, 'yellow', '失能：能力评估 1 级'],
  [{ abilityLevel: 4 }, 'yellow', '失能：能力评估 4 级'],
  [{}, 'green', '没有查到需要重点关注的情况'],
])('%j is %s', (facts, colour, reason) => {
  expect(riskOn({ ...sound, ...facts }, day)).toMatchObject({ colour, reason, missing: [] });
});

describe('what nobody has found out', () => {
  it('is named where it could make the colour worse, each fact once', () => {
    expect(riskOn(nothingKnown, day)).toMatchObject({ colour: 'green', label: '绿' });
    expect(riskOn(nothingKnown, day).missing.toSorted()).toEqual(
      [
        '出生日期',
        '能力评估等级',
        '居住状况',
        '婚姻状况',
        '子女住在哪里',
        '残疾证等级',
        '是否计划生育特殊家庭',
      ].toSorted(),
    );
    const old = riskOn({ ...sound, birthDate: '1940-01-01', living: null, childrenLive: 'elsewhere' }, day);
    expect(old).toMatchObject({ colour: 'orange', missing: ['居住状况'] });
  });

  it('is of no matter once the worst is proven', () => {
    expect(riskOn({ ...nothingKnown, marital: 'widowed', childrenLive: 'none' }, day).missing).toEqual([]);
  });

  it('never makes the colour worse, and a colour that gets better says what is missing', () => {
    const seen = new Set<RiskColour>();
    const fields = Object.keys(nothingKnown) as (keyof CategoryFacts)[];
    fc.assert(
      fc.property(someFacts, anyDay, fc.constantFrom(...fields), (facts, on, field) => {
        const before = riskOn(facts, on);
        const after = riskOn({ ...facts, [field]: null }, on);
        const worse = riskColours.indexOf(after.colour) - riskColours.indexOf(before.colour);
        expect(worse).toBeGreaterThanOrEqual(0);
        if (worse > 0) expect(after.missing.length).toBeGreaterThan(0);
        seen.add(before.colour);
      }),
      { numRuns: 3_000 },
    );
    expect(seen.size).toBe(4);
  });
});
