import { addDays } from '@wubian/shared/time.ts';

export interface FirstDay {
  value: string;
  label: string;
}

const monthAfter = (day: string): string => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
};

/** The days on which a change usually begins, seen from `today` (YYYY-MM-DD). */
export const usualFirstDays = (today: string): FirstDay[] => [
  { value: today, label: '今天' },
  { value: addDays(today, 1), label: '明天' },
  ...(monthAfter(today) === addDays(today, 1) ? [] : [{ value: monthAfter(today), label: '下月1日' }]),
];

/** A day as people type it: 2026-6-1, 2026年6月1日, 2026.6.1. Null when it is none of the calendar. */
export function readDay(typed: string): string | null {
  const [, year, month, day] = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(typed.normalize('NFKC').trim()) ?? [];
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(ms) && addDays(written, 0) === written ? written : null;
}

/** A day in full, so that next year's is not taken for this year's: 2026年6月1日. */
export const fullDay = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
