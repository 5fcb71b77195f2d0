import { expect, it } from 'vitest';
import { firstChoice, isDoubtful, takenTwice } from './mapping-draft.ts';

const header = {
  row: 2,
  remembered: false,
  columns: [
    { title: '姓名', key: 'name' as const, sure: true },
    { title: '电话', key: 'phone' as const, sure: false },
    { title: '备用', key: null, sure: false },
    { title: '', key: null, sure: false },
  ],
};

it('begins with what the header was taken for', () => {
  expect(firstChoice(header)).toEqual(['name', 'phone', null, null]);
});

it('asks to look at what was guessed or not recognised, but not at columns without a title', () => {
  expect([0, 1, 2, 3].map((at) => isDoubtful(header, at))).toEqual([false, true, true, false]);
});

it('names the later column of two that are taken for the same', () => {
  expect([...takenTwice(['name', 'phone', null, 'phone', null])]).toEqual([3]);
  expect(takenTwice([null, null]).size).toBe(0);
});
