import { expect, it } from 'vitest';
import { chooseOf, isOpen, keptOf } from './choose.ts';
import type { PairField } from './use-twins.ts';

const field = (given: Partial<PairField>): PairField => ({
  ...{ field: 'diet', label: '饮食禁忌', group: '健康与能力', left: '少盐', right: '软食', state: 'differs' },
  ...{ hidden: false, both: true, choosable: true, suggest: 'both' },
  ...given,
});

it('asks for a choice only where one side knows something else', () => {
  expect(isOpen(field({}))).toBe(true);
  expect(isOpen(field({ state: 'onlyLeft' }))).toBe(true);
  expect(isOpen(field({ state: 'same' }))).toBe(false);
  expect(isOpen(field({ state: 'neither' }))).toBe(false);
  expect(isOpen(field({ choosable: false }))).toBe(false);
});

it('takes the suggestion until somebody says otherwise, and says it by who wins', () => {
  const fields = [field({}), field({ field: 'phone', suggest: 'right' }), field({ field: 'name', state: 'same' })];
  expect(keptOf(fields[0]!, {})).toBe('both');
  expect(chooseOf(fields, {}, 'left')).toEqual({ diet: 'both', phone: 'loser' });
  expect(chooseOf(fields, { diet: 'left' }, 'right')).toEqual({ diet: 'loser', phone: 'winner' });
});
