import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CategoryFacts, categories, childrenLives, deriveCategories, livings } from './categories.ts';
import { categoryFilter, type FactCondition } from './category-filter.ts';

const aDay = (from: string, to: string) =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const orUnknown = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

const someFacts: fc.Arbitrary<CategoryFacts> = fc.record({
  birthDate: orUnknown(fc.oneof(aDay('1920-01-01', '1990-12-31'), aDay('1946-04-25', '1946-05-15'))),
  living: orUnknown(fc.constantFrom(...livings)),
  childrenLive: orUnknown(fc.constantFrom(...childrenLives)),
  abilityLevel: orUnknown(fc.integer({ min: 0, max: 4 })),
  handicapGrade: orUnknown(fc.integer({ min: 0, max: 4 })),
  familyPlanningSpecial: orUnknown(fc.boolean()),
});

function meets(fact: string | number | boolean | null, condition: FactCondition): boolean {
  if (fact === null) return false;
  if ('oneOf' in condition) return condition.oneOf.includes(fact);
  return 'atLeast' in condition ? Number(fact) >= condition.atLeast : String(fact) <= condition.atMost;
}

it.each(categories)('finds exactly those for whom %s holds', (category) => {
  let held = 0;
  fc.assert(
    fc.property(someFacts, aDay('2024-02-27', '2028-03-02'), (facts, day) => {
      const conditions = Object.entries(categoryFilter(category, day)) as [keyof CategoryFacts, FactCondition][];
      const found = conditions.every(([fact, condition]) => meets(facts[fact], condition));
      const derived = deriveCategories(facts, day).find((result) => result.category === category)!;
      if (found) held += 1;
      expect(found).toBe(derived.holds === 'yes');
    }),
    { numRuns: 2_000 },
  );
  expect(held).toBeGreaterThan(50);
});

it('turns eighty on the birthday, and on 1 March for a child of 29 February', () => {
  const isEighty = (birthDate: string, day: string) => {
    const condition = categoryFilter('advancedAge', day).birthDate as { atMost: string };
    return birthDate <= condition.atMost;
  };
  expect(isEighty('1946-05-07', '2026-05-06')).toBe(false);
  expect(isEighty('1946-05-06', '2026-05-06')).toBe(true);
  expect(isEighty('1948-02-29', '2028-02-28')).toBe(false);
  expect(isEighty('1944-02-29', '2026-02-28')).toBe(true);
});
