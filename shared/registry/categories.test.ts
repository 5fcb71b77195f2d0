import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, someFacts } from '../../tests/factories/category-facts.ts';
import { ageOn, type Category, categories, categoriesHeld, categoryViews, deriveCategories } from './categories.ts';
import { type CategoryFacts, nothingKnown } from './category-facts.ts';

const derived = (category: Category, facts: Partial<CategoryFacts>, day = '2026-05-06') =>
  deriveCategories({ ...nothingKnown, ...facts }, day, [category])[0]!;

describe('age', () => {
  it.each([
    ['1946-05-06', '2026-05-05', 79],
    ['1946-05-06', '2026-05-06', 80],
    ['1948-02-29', '2027-02-28', 78],
    ['1948-02-29', '2027-03-01', 79],
    ['1948-02-29', '2028-02-28', 79],
    ['1948-02-29', '2028-02-29', 80],
    ['1944-02-29', '2026-02-28', 81],
  ])('born %s is on %s %i years old', (birthDate, day, age) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });

  it('makes 高龄 on the eightieth birthday, neither before nor after', () => {
    const holds = (day: string) => derived('advancedAge', { birthDate: '1948-02-29' }, day).holds;
    expect(['2028-02-28', '2028-02-29', '2028-03-01'].map(holds)).toEqual(['no', 'yes', 'yes']);
  });
});

const away = { childrenLive: 'elsewhere' } as const;
const village = { ruralHome: true, ...away } as const;

it.each<[Category, Partial<CategoryFacts>, 'yes' | 'no' | 'unknown', string]>([
  ['livingAlone', { living: 'alone', ...away }, 'yes', '独自居住，子女住在外区或外地'],
  ['livingAlone', { living: 'alone', childrenLive: 'none' }, 'yes', '独自居住，无子女'],
  ['livingAlone', { living: 'alone', childrenLive: 'sameDistrict' }, 'no', '独自居住，子女住在本区'],
  ['livingAlone', { living: 'withSpouse' }, 'no', '与老伴同住'],
  ['livingAlone', { childrenLive: 'sameDistrict' }, 'no', '子女住在本区'],
  ['livingAlone', { living: 'alone' }, 'unknown', '还不知道：子女住在哪里'],
  ['livingAlone', away, 'unknown', '还不知道：居住状况'],
  ['livingAlone', {}, 'unknown', '还不知道：居住状况、子女住在哪里'],
  ['advancedAge', { birthDate: '1946-05-06' }, 'yes', '80 岁，满 80 岁'],
  ['advancedAge', { birthDate: '1946-05-07' }, 'no', '79 岁，未满 80 岁'],
  ['advancedAge', {}, 'unknown', '还不知道：出生日期'],
  ['severelyDisabled', { abilityLevel: 3 }, 'yes', '能力评估 3 级'],
  ['severelyDisabled', { abilityLevel: 4 }, 'yes', '能力评估 4 级'],
  ['severelyDisabled', { abilityLevel: 2 }, 'no', '能力评估 2 级'],
  ['severelyDisabled', {}, 'unknown', '还不知道：能力评估等级'],
  ['disabled', { abilityLevel: 2 }, 'yes', '能力评估 2 级'],
  ['disabled', { abilityLevel: 1 }, 'no', '能力评估 1 级'],
  ['disabled', { abilityLevel: 0 }, 'no', '能力评估 0 级'],
  ['disabled', {}, 'unknown', '还不知道：能力评估等级'],
  ['emptyNest', { living: 'withSpouse', childrenLive: 'none' }, 'yes', '与老伴同住，无子女'],
  ['emptyNest', { living: 'alone', childrenLive: 'none' }, 'no', '独自居住'],
  ['emptyNest', { living: 'withSpouse' }, 'unknown', '还不知道：子女住在哪里'],
  ['leftBehind', { ...village, hasSupporter: false }, 'yes', '住在农村，子女住在外区或外地，身边没有人能照应'],
  ['leftBehind', { ruralHome: false }, 'no', '不住在农村'],
  ['leftBehind', { hasSupporter: true }, 'no', '身边有人能照应'],
  ['leftBehind', { ruralHome: true, childrenLive: 'none' }, 'no', '住在农村，无子女'],
  ['leftBehind', village, 'unknown', '还不知道：身边有没有人能照应'],
  ['leftBehind', {}, 'unknown', '还不知道：是否住在农村、子女住在哪里、身边有没有人能照应'],
  ['severeHandicap', { handicapGrade: 1 }, 'yes', '残疾证 1 级'],
  ['severeHandicap', { handicapGrade: 2 }, 'yes', '残疾证 2 级'],
  ['severeHandicap', { handicapGrade: 3 }, 'no', '残疾证 3 级'],
  ['severeHandicap', { handicapGrade: 0 }, 'no', '无残疾证'],
  ['severeHandicap', {}, 'unknown', '还不知道：残疾证等级'],
  ['familyPlanningSpecial', { familyPlanningSpecial: true }, 'yes', '计划生育特殊家庭'],
  ['familyPlanningSpecial', { familyPlanningSpecial: false }, 'no', '不是计划生育特殊家庭'],
  ['familyPlanningSpecial', {}, 'unknown', '还不知道：是否计划生育特殊家庭'],
  ['childless', { marital: 'widowed', childrenLive: 'none' }, 'yes', '丧偶，无子女'],
  ['childless', { marital: 'neverMarried', childrenLive: 'none' }, 'yes', '未婚，无子女'],
  ['childless', { marital: 'married' }, 'no', '有配偶'],
  ['childless', { childrenLive: 'sameHome' }, 'no', '子女同住'],
  ['childless', { marital: 'divorced' }, 'unknown', '还不知道：子女住在哪里'],
  ['childless', { childrenLive: 'none' }, 'unknown', '还不知道：婚姻状况'],
])('%s of %j: %s', (category, facts, holds, reason) => {
  expect(derived(category, facts)).toMatchObject({ holds, reason });
});

describe('what is derived', () => {
  it('never says no about somebody of whom nothing is known', () => {
    const results = deriveCategories(nothingKnown, '2026-05-06');
    expect(results.map(({ holds }) => holds)).toEqual(Array(9).fill('unknown'));
    expect(results.every(({ reason }) => reason.startsWith('还不知道：'))).toBe(true);
  });

  it('shows each fact it looked at, the missing ones as such', () => {
    expect(derived('livingAlone', { living: 'alone' }).facts).toEqual([
      { field: 'living', label: '居住状况', said: '独自居住' },
      { field: 'childrenLive', label: '子女住处', said: '还不知道：子女住在哪里' },
    ]);
  });

  it('lets several hold at once, in the order of the list asked for', () => {
    const facts = { ...nothingKnown, birthDate: '1940-01-01', living: 'alone', abilityLevel: 4, ...away } as const;
    expect(categoriesHeld(facts, '2026-05-06')).toEqual(['livingAlone', 'advancedAge', 'severelyDisabled', 'disabled']);
    const { nationalSix } = categoryViews;
    expect(categoriesHeld(facts, '2026-05-06', nationalSix.keys)).toEqual(['livingAlone', 'disabled']);
  });

  it('turns only into unknown when a fact is taken away, whatever the fact', () => {
    const wasDecided = new Set<string>();
    fc.assert(
      fc.property(someFacts, anyDay, fc.constantFrom(...fieldsOfFacts), (facts, day, field) => {
        const before = deriveCategories(facts, day);
        const after = deriveCategories({ ...facts, [field]: null }, day);
        for (const [i, { holds, category }] of after.entries()) {
          if (holds === 'unknown') continue;
          expect(holds).toBe(before[i]!.holds);
          wasDecided.add(`${category} ${holds}`);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(wasDecided.size).toBe(categories.length * 2);
  });
});

const fieldsOfFacts = Object.keys(nothingKnown) as (keyof CategoryFacts)[];

describe('the three views', () => {
  it('have six, six and seven categories, each once', () => {
    const sizes = Object.values(categoryViews).map(({ keys }) => new Set(keys).size);
    expect(sizes).toEqual([6, 6, 7]);
  });

  it('cover all nine between them', () => {
    const seen = new Set(Object.values(categoryViews).flatMap(({ keys }) => [...keys]));
    expect([...seen].sort()).toEqual([...categories].sort());
  });
});
