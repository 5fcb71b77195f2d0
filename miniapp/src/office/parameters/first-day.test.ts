import { describe, expect, it } from 'vitest';
import { fullDay, readDay, usualFirstDays } from './first-day.ts';

describe('the first day of a change', () => {
  it('is usually today, tomorrow or the first of the next month, each offered once', () => {
    const days = (today: string) => usualFirstDays(today).map(({ value }) => value);
    expect(days('2026-05-06')).toEqual(['2026-05-06', '2026-05-07', '2026-06-01']);
    expect(days('2026-05-31')).toEqual(['2026-05-31', '2026-06-01']);
    expect(days('2026-12-15')).toEqual(['2026-12-15', '2026-12-16', '2027-01-01']);
  });

  it.each([
    ['2026-06-01', '2026-06-01'],
    ['2026年6月1日', '2026-06-01'],
    ['２０２６．６．１', '2026-06-01'],
    ['2026/6/1', '2026-06-01'],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['六月一日', null],
    ['', null],
  ])('%s is read as %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it('is said in full', () => {
    expect(fullDay('2026-06-01')).toBe('2026年6月1日');
  });
});
