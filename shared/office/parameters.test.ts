import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindNames } from '../companion/kinds.ts';
import { addDays } from '../time.ts';
import { defaultCatalogue, ParameterValue, sayValue, schemaOf } from './parameter-forms.ts';
import { parameterGroups } from './parameter-table.ts';
import { type ParameterChange, parameterNames, parameterRow, parametersOf, valueOn } from './parameters.ts';

const change = (from: string, value: ParameterValue, isWithdrawn = false): ParameterChange => ({
  id: '0'.repeat(24),
  from,
  value,
  by: '1'.repeat(24),
  byName: '何静',
  at: new Date('2026-05-06T02:00:00Z'),
  reason: '试',
  withdrawn: isWithdrawn ? { at: new Date('2026-05-07T02:00:00Z'), byName: '何静', reason: '改主意' } : null,
});

describe('the table', () => {
  it('has a default for every parameter that its own form accepts, and words for it', () => {
    for (const key of parameterNames) {
      const { form, default: value, label, source } = parameterRow(key);
      if (form.as !== 'fixed') expect(schemaOf(form).safeParse(value), key).toMatchObject({ success: true });
      expect(ParameterValue.safeParse(value).success, key).toBe(true);
      expect(sayValue(form, value).length, key).toBeGreaterThan(0);
      expect(label.length * source.length, key).toBeGreaterThan(0);
    }
  });

  it('has each parameter in one group of the screen, under a name of its own', () => {
    const groups = Object.keys(parameterGroups) as (keyof typeof parameterGroups)[];
    expect(groups.flatMap(parametersOf).toSorted()).toEqual(parameterNames.toSorted());
    expect(new Set(parameterNames.map((key) => parameterRow(key).label)).size).toBe(parameterNames.length);
  });
});

describe('the value on a day', () => {
  const history = [change('2026-05-10', 8), change('2026-07-01', 12), change('2026-06-01', 9)];

  it.each([
    ['2026-05-09', 6],
    ['2026-05-10', 8],
    ['2026-05-31', 8],
    ['2026-06-01', 9],
    ['2026-06-30', 9],
    ['2026-07-01', 12],
    ['2030-01-01', 12],
  ])('%s is %i', (day, value) => {
    expect(valueOn('staleAfterMonths', history, day)).toBe(value);
  });

  it('is of several with one first day the one made last, and never a withdrawn one', () => {
    expect(valueOn('staleAfterMonths', [change('2026-05-10', 8), change('2026-05-10', 3)], '2026-05-10')).toBe(3);
    expect(valueOn('staleAfterMonths', [change('2026-05-10', 8, true)], '2026-05-11')).toBe(6);
  });

  it('is never touched before its first day by a change that is added', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-05-01', n));
    const made = fc.record({ from: days, value: fc.integer({ min: 1, max: 36 }), withdrawn: fc.boolean() });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 6 }), made, days, (before, added, day) => {
        fc.pre(day < added.from);
        const changes = before.map((one) => change(one.from, one.value, one.withdrawn));
        const after = [...changes, change(added.from, added.value, added.withdrawn)];
        expect(valueOn('staleAfterMonths', after, day)).toBe(valueOn('staleAfterMonths', changes, day));
      }),
    );
  });
});

describe('what a form refuses, in words', () => {
  const words = (key: (typeof parameterNames)[number], value: unknown) =>
    schemaOf(parameterRow(key).form).safeParse(value).error?.issues[0]?.message;

  it.each([
    ['staleAfterMonths', 0, '不能小于 1'],
    ['staleAfterMonths', 37, '不能大于 36'],
    ['staleAfterMonths', 1.5, '请填整数'],
    ['staleAfterMonths', '六', '请填数字'],
    ['elderSubsidy', 3.2, '请填 0.5 的倍数'],
    ['retentionYears', 9, '不能小于 10'],
    ['orderCutoff', '25:00', '请按 16:00 的样子填写'],
    ['deliveryWindow', { from: '11:45', to: '10:30' }, '结束要晚于开始'],
    ['circleMembers', { from: 6, to: 5 }, '最少不能大于最多'],
    ['stars', [300, 100], '要从小到大，不能重复'],
    ['stars', [], '请至少填一个数'],
    ['streetCategories', [], '请至少选一项'],
    ['streetCategories', ['livingAlone', 'livingAlone'], '有选项重复了'],
    ['streetCategories', ['rich'], '请从给出的选项中选择'],
    ['catalogue', defaultCatalogue.slice(1), '每项服务都要在，且只能出现一次'],
    ['catalogue', defaultCatalogue.map((item) => ({ ...item, offered: false })), '请至少提供一项服务'],
    ['catalogue', defaultCatalogue.map((item) => ({ ...item, label: '助' })), '有两项服务名称相同，请改一个'],
    ['catalogue', defaultCatalogue.map((item) => ({ ...item, about: ' ' })), '请填一句说明'],
  ] as const)('%s = %j: %s', (key, value, said) => {
    expect(words(key, value)).toBe(said);
  });

  it('says a catalogue by what it leaves out', () => {
    const without = defaultCatalogue.map((item) => ({ ...item, offered: item.kind !== 'helpBath' }));
    expect(sayValue({ as: 'catalogue' }, without)).toBe('提供 13 项，不提供：助浴');
    expect(sayValue({ as: 'catalogue' }, defaultCatalogue)).toBe(`提供 ${kindNames.length} 项`);
  });
});
