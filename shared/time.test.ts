import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, instantOf, sayDay, sayMinutes, sayWindow, timeOf } from './time.ts';

describe('the street’s day', () => {
  it('begins at midnight in China, whatever the machine’s zone', () => {
    expect(dayOf(new Date('2026-05-05T15:59:59.999Z'))).toBe('2026-05-05');
    expect(dayOf(new Date('2026-05-05T16:00:00.000Z'))).toBe('2026-05-06');
    expect(timeOf(new Date('2026-05-05T16:05:00Z'))).toBe('00:05');
  });

  it('gives back the instant of a day and a time', () => {
    expect(instantOf('2026-05-06', '09:30').toISOString()).toBe('2026-05-06T01:30:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const instant = new Date(seconds * 1000);
        const again = instantOf(dayOf(instant), timeOf(instant));
        expect(instant.getTime() - again.getTime()).toBe((seconds % 60) * 1000);
      }),
    );
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-05-06', 0, '2026-05-06'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });
});

describe('time in words', () => {
  it('says a day and a window, with both days when it crosses midnight', () => {
    expect(sayDay('2026-05-02')).toBe('5月2日 周六');
    expect(sayWindow(instantOf('2026-05-02', '09:00'), instantOf('2026-05-02', '10:30'))).toBe(
      '5月2日 周六 09:00–10:30',
    );
    expect(sayWindow(instantOf('2026-05-02', '23:00'), instantOf('2026-05-03', '01:00'))).toBe(
      '5月2日 周六 23:00–5月3日 周日 01:00',
    );
  });

  it.each([
    [0, '0分钟'],
    [45, '45分钟'],
    [60, '1小时'],
    [90, '1小时30分钟'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(sayMinutes(minutes)).toBe(words);
  });
});
