import { expect, test } from 'vitest';
import { leftWords, passedWords } from './passed-words.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

test.each([
  [-5 * second, '0秒'],
  [0, '0秒'],
  [59_999, '59秒'],
  [minute, '1分00秒'],
  [3 * minute + 5 * second, '3分05秒'],
  [hour - 1, '59分59秒'],
  [hour + 2 * minute + 50 * second, '1小时02分'],
  [51 * hour, '2天3小时'],
])('%i ms passed are %s', (ms, words) => {
  expect(passedWords(ms)).toBe(words);
});

test('what is left is never said to be over before it is', () => {
  expect(leftWords(1)).toBe('1秒');
  expect(leftWords(minute - 1)).toBe('1分00秒');
  expect(leftWords(0)).toBe('0秒');
});
