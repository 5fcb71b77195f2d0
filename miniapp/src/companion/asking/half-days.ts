import { addDays, dayOf, instantOf, timeOf } from '@wubian/shared/time.ts';
import { dayWords } from '../../ui/when.ts';

/** Half a day that may be chosen with one tap. `from` and `to` are instants, ISO in UTC. */
export interface HalfDay {
  /** Day and half, e.g. 2026-05-02-am. */
  key: string;
  /** 今天上午. */
  label: string;
  /** 9 点到 12 点. */
  note: string;
  from: string;
  to: string;
}

const halves = [
  { name: 'am', label: '上午', from: '09:00', to: '12:00' },
  { name: 'pm', label: '下午', from: '14:00', to: '17:00' },
] as const;

const halfHourMs = 30 * 60_000;
/** With less than this left nobody can come any more; the half day is not offered. */
const leastMs = 60 * 60_000;

/** A clock time as old people say it: 9 点, 2 点半. */
function clockWords(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return `${hour > 12 ? hour - 12 : hour} 点${minute === 30 ? '半' : ''}`;
}

/**
 * The next half days in the street's time, those of today first. The one that is going on begins at the next full
 * half hour; one that is nearly over is left out.
 */
export function nextHalfDays(nowMs: number, count = 4): HalfDay[] {
  const today = dayOf(nowMs);
  const soon = Math.ceil(nowMs / halfHourMs) * halfHourMs;
  const days = Array.from({ length: Math.ceil(count / halves.length) + 1 }, (_, index) => addDays(today, index));
  return days
    .flatMap((day) =>
      halves.flatMap(({ name, label, from, to }) => {
        const start = Math.max(Number(instantOf(day, from)), soon);
        const end = Number(instantOf(day, to));
        if (end - start < leastMs) return [];
        return [
          {
            key: `${day}-${name}`,
            label: `${dayWords(day, nowMs)}${label}`,
            note: `${clockWords(timeOf(start))}到 ${clockWords(to)}`,
            from: new Date(start).toISOString(),
            to: new Date(end).toISOString(),
          },
        ];
      }),
    )
    .slice(0, count);
}

/** How one greets at this hour of the street. */
export function partOfDay(nowMs: number): 'morning' | 'noon' | 'afternoon' | 'evening' {
  const clock = timeOf(nowMs);
  if (clock >= '04:00' && clock < '11:30') return 'morning';
  if (clock >= '11:30' && clock < '13:30') return 'noon';
  return clock >= '13:30' && clock < '18:00' ? 'afternoon' : 'evening';
}
