import { describe, expect, it } from 'vitest';
import { ageOn, type Category, type CategoryFacts, deriveCategories } from './categories.ts';

const nothingKnown: CategoryFacts = {
  birthDate: null,
  living: null,
  childrenLive: null,
  abilityLevel: null,
  handicapGrade: null,
  familyPlanningSpecial: null,
};
const derived = (category: Category, facts: Partial<CategoryFacts>, day = '2026-05-06') =>
  deriveCategories({ ...nothingKnown, ...facts }, day).find((result) => result.category === category)!;

describe('age', () => {
  it.each([
    ['1946-05-06', '2026-05-05', 79],
    ['1946-05-06', '2026-05-06', 80],
    ['1948-02-29', '2027-02-28', 78],
    ['1948-02-29', '2027-03-01', 79],
    ['1948-02-29', '2028-02-29', 80],
  ])('born %s is on %s %i years old', (birthDate, day, age) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });
});

describe('the six categories', () => {
  it('never says no about a fact that nobody has found out', () => {
    const results = deriveCategories(nothingKnown, '2026-05-06');
    expect(results.map(({ holds }) => holds)).toEqual(Array(6).fill('unknown'));
    expect(results.every(({ reason }) => reason.startsWith('还不知道：'))).toBe(true);
  });

  it.each<[Category, Partial<CategoryFacts>, string, string]>([
    ['livingAlone', { living: 'alone', childrenLive: 'elsewhere' }, 'yes', '独自居住，子女住在外区或外地'],
    ['livingAlone', { living: 'alone', childrenLive: 'none' }, 'yes', '独自居住，无子女'],
    ['livingAlone', { living: 'alone', childrenLive: 'sameDistrict' }, 'no', '独自居住，子女住在本区'],
    ['livingAlone', { living: 'alone' }, 'unknown', '还不知道：子女住在哪里'],
    ['livingAlone', { living: 'withSpouse' }, 'no', '与老伴同住'],
    ['emptyNest', { living: 'withSpouse', childrenLive: 'none' }, 'yes', '与老伴同住，无子女'],
    ['emptyNest', { living: 'alone', childrenLive: 'none' }, 'no', '独自居住'],
    ['advancedAge', { birthDate: '1946-05-06' }, 'yes', '80 岁，满 80 岁'],
    ['advancedAge', { birthDate: '1946-05-07' }, 'no', '79 岁，未满 80 岁'],
    ['severelyDisabled', { abilityLevel: 3 }, 'yes', '能力评估 3 级'],
    ['severelyDisabled', { abilityLevel: 2 }, 'no', '能力评估 2 级'],
    ['severeHandicap', { handicapGrade: 2 }, 'yes', '残疾证 2 级'],
    ['severeHandicap', { handicapGrade: 3 }, 'no', '残疾证 3 级'],
    ['severeHandicap', { handicapGrade: 0 }, 'no', '无残疾证'],
    ['familyPlanningSpecial', { familyPlanningSpecial: true }, 'yes', '计划生育特殊家庭'],
    ['familyPlanningSpecial', { familyPlanningSpecial: false }, 'no', '不是计划生育特殊家庭'],
  ])('%s of %j: %s', (category, facts, holds, reason) => {
    expect(derived(category, facts)).toMatchObject({ holds, reason });
  });

  it('lets several hold at once, in the order of the table', () => {
    const facts = { birthDate: '1940-01-01', living: 'alone', childrenLive: 'none', abilityLevel: 4 } as const;
    const held = deriveCategories({ ...nothingKnown, ...facts }, '2026-05-06').filter(({ holds }) => holds === 'yes');
    expect(held.map(({ label }) => label)).toEqual(['独居', '高龄', '重度失能']);
  });
});
