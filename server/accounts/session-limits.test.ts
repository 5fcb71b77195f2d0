import { expect, it } from 'vitest';
import { seenStep, sessionEnds } from './session-limits.ts';

const at = (text: string) => new Date(`2026-05-06T${text}:00+08:00`);
const times = { createdAt: at('09:00'), lastSeenAt: at('09:30'), secondFactorAt: null };
const passed = { ...times, secondFactorAt: at('09:20') };

it('ends 15 minutes after the last act of staff', () => {
  expect(sessionEnds(passed, 'gridWorker')).toEqual(at('09:45'));
});

it('ends 12 hours after the second factor, however busy', () => {
  expect(sessionEnds({ ...passed, lastSeenAt: at('21:19') }, 'streetOffice')).toEqual(at('21:20'));
});

it('gives others 30 days from the last act and 90 from sign-in', () => {
  expect(sessionEnds(times, 'volunteer').toISOString()).toBe('2026-06-05T01:30:00.000Z');
  const late = { ...times, lastSeenAt: new Date('2026-08-04T00:00:00Z') };
  expect(sessionEnds(late, null).toISOString()).toBe('2026-08-04T01:00:00.000Z');
});

it('counts staff before the second factor as others: nothing is open to them yet', () => {
  expect(sessionEnds(times, 'gridWorker')).toEqual(sessionEnds(times, null));
});

it('writes down when it was seen at most each minute for staff, each five for others', () => {
  expect(seenStep(passed, 'gridWorker')).toBe(60_000);
  expect(seenStep(times, 'family')).toBe(300_000);
});
