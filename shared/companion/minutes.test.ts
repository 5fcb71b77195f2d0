import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestMinutes, serviceMinutes } from './minutes.ts';

const at = (ms: number): string => new Date(Date.UTC(2026, 4, 6) + ms).toISOString();

it.each([
  [0, 0, null],
  [0, -1, null],
  [0, 59_999, 0],
  [0, 60_000, 1],
  [30_000, 89_999, 0],
  [0, 3_600_000, 60],
  [0, longestMinutes * 60_000, longestMinutes],
  [0, (longestMinutes + 1) * 60_000, null],
])('from %i ms to %i ms are %s minutes', (from, to, minutes) => {
  expect(serviceMinutes(at(from), at(to))).toBe(minutes);
});

it('counts whole minutes, never more than passed', () => {
  fc.assert(
    fc.property(fc.nat(13 * 3_600_000), fc.nat(13 * 3_600_000), (from, to) => {
      const minutes = serviceMinutes(at(from), at(to));
      if (minutes === null) return;
      expect(minutes * 60_000).toBeLessThanOrEqual(to - from);
      expect((minutes + 1) * 60_000).toBeGreaterThan(to - from);
    }),
  );
});

it('refuses what is no time', () => {
  expect(serviceMinutes('soon', at(0))).toBeNull();
});
