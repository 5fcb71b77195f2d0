import { type CategoryFacts, childrenLives, livings } from '@wubian/shared/registry/categories.ts';
import { choicesOf, maritalLabels } from '@wubian/shared/registry/fact-labels.ts';
import * as fc from 'fast-check';

const aDay = (from: string, to: string) =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const orUnknown = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

/** Days around leap days and the eightieth birthdays of `someFacts`. */
export const anyDay = aDay('2024-02-27', '2028-03-02');

/** Facts of anybody, each of them missing now and then. */
export const someFacts: fc.Arbitrary<CategoryFacts> = fc.record({
  birthDate: orUnknown(fc.oneof(aDay('1920-01-01', '1990-12-31'), aDay('1946-04-25', '1946-05-15'))),
  living: orUnknown(fc.constantFrom(...livings)),
  childrenLive: orUnknown(fc.constantFrom(...childrenLives)),
  marital: orUnknown(fc.constantFrom(...choicesOf(maritalLabels))),
  ruralHome: orUnknown(fc.boolean()),
  hasSupporter: orUnknown(fc.boolean()),
  abilityLevel: orUnknown(fc.integer({ min: 0, max: 4 })),
  handicapGrade: orUnknown(fc.integer({ min: 0, max: 4 })),
  familyPlanningSpecial: orUnknown(fc.boolean()),
});
