import { addDays, dayOf } from '@wubian/shared/time.ts';
import type { auditWords as w } from './words.ts';

export type Period = keyof typeof w.periods;

/** How many days each period reaches back, today included; the others have no fixed reach. */
const reach: Partial<Record<Period, number>> = { today: 1, week: 7, month: 30, half: 183 };

/** A typed day as the contract wants it: 2026-05-01 out of 2026-5-1, 2026.5.1, 2026年5月1日 or 20260501; else null. */
export function readDay(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const [, year, month, day] =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${read}T00:00:00Z`);
  // 2026-02-30 reads as a day of March.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== read ? null : read;
}

/** What is asked for: first and last day, both included; an own day that cannot be read is left out. */
export function daysOf(
  period: Period,
  own: { from: string; to: string },
  nowMs: number,
): { from?: string; to?: string } {
  const days = reach[period];
  if (days !== undefined) return { from: addDays(dayOf(nowMs), 1 - days) };
  if (period !== 'own') return {};
  const [from, to] = [readDay(own.from), readDay(own.to)];
  return { ...(from && { from }), ...(to && { to }) };
}
