import { expect, it } from 'vitest';
import { hoursBefore, instantOfHeard, justNow } from './heard.ts';

const nowMs = Date.parse('2026-05-06T00:10:00+08:00');

it('counts back from now', () => {
  expect(instantOfHeard(justNow, nowMs)).toBe(nowMs);
  expect(instantOfHeard({ ...justNow, ago: '30' }, nowMs)).toBe(nowMs - 1_800_000);
});

it('offers the hours of the last day across midnight, and no time that lies ahead', () => {
  const [present, before, ...rest] = hoursBefore(nowMs);
  expect([present?.label, before?.label, rest.at(-1)?.label]).toEqual(['今天 0 点', '昨天 23 点', '昨天 1 点']);
  const at = (hour: string | undefined, minute: string) => instantOfHeard({ ago: 'other', hour, minute }, nowMs);
  expect(at(before?.value, '55')).toBe(Date.parse('2026-05-05T23:55:00+08:00'));
  expect(at(present?.value, '10')).toBe(nowMs);
  expect(at(present?.value, '15')).toBeUndefined();
  expect(at(undefined, '0')).toBeUndefined();
});
