import { expect, it } from 'vitest';
import { daysOf, readDay } from './audit-days.ts';

const noon = Date.parse('2026-05-06T12:00:00+08:00');
const none = { from: '', to: '' };

it.each([
  ['2026-05-01', '2026-05-01'],
  ['2026-5-1', '2026-05-01'],
  ['2026.5.1', '2026-05-01'],
  ['２０２６年５月１日', '2026-05-01'],
  ['20260501', '2026-05-01'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['五月', null],
  ['', null],
])('%s → %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

it('counts today among the days of a period', () => {
  expect(daysOf('today', none, noon)).toEqual({ from: '2026-05-06' });
  expect(daysOf('week', none, noon)).toEqual({ from: '2026-04-30' });
  expect(daysOf('all', { from: '2026-05-01', to: '' }, noon)).toEqual({});
});

it('takes own days as they can be read', () => {
  expect(daysOf('own', { from: '2026-5-1', to: '20260503' }, noon)).toEqual({ from: '2026-05-01', to: '2026-05-03' });
  expect(daysOf('own', { from: 'x', to: '20260503' }, noon)).toEqual({ to: '2026-05-03' });
});
