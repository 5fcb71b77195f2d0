import { expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

it('makes 24 hex digits that begin with the time', () => {
  const id = newId(new Date('2026-05-01T08:00:00Z'));
  expect(isId(id)).toBe(true);
  expect(Number.parseInt(id.slice(0, 8), 16)).toBe(Date.UTC(2026, 4, 1, 8) / 1000);
});

it('never makes the same id twice in one moment', () => {
  const now = new Date('2026-05-01T08:00:00Z');
  expect(new Set(Array.from({ length: 10_000 }, () => newId(now))).size).toBe(10_000);
});

it.each(['', 'abc', 'A'.repeat(24), 'g'.repeat(24), '0'.repeat(25), `${'0'.repeat(24)}\n`])('refuses %j', (value) => {
  expect(isId(value)).toBe(false);
});
