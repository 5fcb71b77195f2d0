import {
  childrenLiveLabels,
  handicapKindLabels,
  livingLabels,
  maritalLabels,
  residenceStatusLabels,
  welfareLabels,
} from '@wubian/shared/registry/fact-labels.ts';
import { ElderFacts } from '@wubian/shared/registry/facts.ts';
import fc from 'fast-check';
import type { Community } from '../../server/streets/index.ts';
import { anIdNumber } from './id-numbers.ts';

const keys = <T extends object>(labels: T) => fc.constantFrom(...(Object.keys(labels) as (keyof T)[]));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
/** Texts as people write them: also such as a spreadsheet would take for a formula, a date or a number. */
const words = (most: number) =>
  fc
    .oneof(
      fc.constantFrom(
        '',
        '无',
        '=1+1',
        '-',
        '@某',
        '＋8',
        '001',
        '3-2',
        '2024-03-05',
        '1e5',
        'TRUE',
        '一；二',
        '（注）',
        "'引",
      ),
      fc.string({
        unit: fc.constantFrom(...'王李张秀兰英 ，。、；：（）()-*=+@#"\'<>&0123456789aA·～'),
        maxLength: most,
      }),
    )
    .map((text) => text.trim().slice(0, most));
const someWords = (most: number) => words(most).filter((text) => text !== '');
const phone = fc.integer({ min: 0, max: 9_999 }).map((n) => `1380000${String(n).padStart(4, '0')}`);
const landline = fc.integer({ min: 0, max: 9_999 }).map((n) => `0222333${String(n).padStart(4, '0')}`);
const person = fc.record({ name: someWords(12), relation: someWords(6), phone: fc.oneof(phone, landline) });
const day = fc
  .date({ min: new Date('1925-01-01'), max: new Date('1960-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any file that the registry could hold: every field, known or not; `n` makes its ID number its own. */
export const anyFacts = ({ id: communityId, estates, grids }: Community, n: number) =>
  fc
    .record({
      name: someWords(10),
      sex: fc.constantFrom('female' as const, 'male' as const),
      birthDate: day,
      hasNumber: fc.boolean(),
      birthSaid: words(20),
      fileNumber: fc.constantFrom('', `档${n}`),
      phone: orNull(phone),
      landline: orNull(landline),
      residenceStatus: orNull(keys(residenceStatusLabels)),
      hukouAddress: words(40),
      estate: fc.constantFrom(...estates),
      grid: fc.constantFrom(null, ...grids),
      door: fc.record({ building: words(8), unit: words(4), floor: words(3), room: words(6), note: words(20) }),
      living: orNull(keys(livingLabels)),
      childrenLive: orNull(keys(childrenLiveLabels)),
      marital: orNull(keys(maritalLabels)),
      ruralHome: orNull(fc.boolean()),
      hasSupporter: orNull(fc.boolean()),
      family: words(60),
      welfare: orNull(keys(welfareLabels)),
      abilityLevel: orNull(fc.integer({ min: 0, max: 4 })),
      handicapKind: orNull(keys(handicapKindLabels)),
      handicapGrade: orNull(fc.integer({ min: 0, max: 4 })),
      familyPlanningSpecial: orNull(fc.boolean()),
      contacts: fc.array(person, { maxLength: 5 }),
      keyHolders: fc.array(person, { maxLength: 2 }),
      doorNotes: words(60),
      chronic: fc.array(someWords(10), { maxLength: 4 }),
      allergies: words(40),
      diet: words(40),
      careNotes: words(60),
      doctor: orNull(person),
      devices: fc.array(fc.record({ kind: someWords(10), place: words(10), testedOn: orNull(day) }), { maxLength: 3 }),
    })
    .map(({ hasNumber, estate, grid, door, ...facts }) =>
      ElderFacts.parse({
        ...facts,
        idNumber: hasNumber ? anIdNumber(facts.birthDate, facts.sex, n, `99000${Math.floor(n / 500)}`) : null,
        address: { communityId, gridId: grid?.id ?? null, estateId: estate.id, ...door },
        abilityOn: facts.abilityLevel === null ? null : '2026-01-05',
      }),
    );
