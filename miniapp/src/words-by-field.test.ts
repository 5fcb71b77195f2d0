import { expect, test } from 'vitest';
import { stillWrong, wordsByField } from './words-by-field.ts';

test('words of the schema for people are kept, others are replaced by what to fill in', () => {
  const issues = [
    { path: ['window', 'to'], message: '结束时间要晚于开始时间' },
    { path: ['kind'], message: 'Invalid option' },
    { path: ['kind'], message: '第二个不算' },
    { path: ['other'], message: 'Invalid input' },
  ];
  expect(wordsByField(issues, { kind: '请选要帮什么。' })).toEqual({
    window: '结束时间要晚于开始时间',
    kind: '请选要帮什么。',
    other: '请检查这一项。',
  });
});

test('the error of a field goes as soon as the field is changed', () => {
  const before = { kind: undefined as string | undefined, bring: '' };
  const wrong = { kind: '请选要帮什么。', bring: '最多 200 个字' };
  expect(stillWrong(wrong, before, { ...before, kind: 'helpMeal' })).toEqual({ bring: '最多 200 个字' });
  expect(stillWrong(wrong, before, { ...before })).toEqual(wrong);
});
