import { addDays, dayOf, instantOf } from '../../time.ts';
import type { KindOf, Span } from './roster.ts';

/** What one person did, in minutes; night is 22:00 to 06:00, rest days include holidays. */
export interface DutyFigures {
  accountId: string;
  minutes: number;
  /** Of these, how many lie behind. */
  doneMinutes: number;
  /** How many shifts. */
  shifts: number;
  nightMinutes: number;
  restMinutes: number;
  holidayMinutes: number;
}

const minute = 60_000;
const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start)) / minute;

/** Minutes of a stretch within one day that lie before 06:00 or after 22:00. */
function nightOf(day: string, from: number, to: number): number {
  const start = instantOf(day).getTime();
  const early = overlap(from, to, start, start + 6 * 60 * minute);
  return early + overlap(from, to, start + 22 * 60 * minute, start + 24 * 60 * minute);
}

/** Adds spans up, person by person; most minutes first. */
export function dutyFigures(spans: readonly Span[], kindOf: KindOf, now: number): DutyFigures[] {
  const sums = new Map<string, DutyFigures & { slots: Set<string> }>();
  for (const { accountId, from, to, postId, slot } of spans) {
    const blank = { minutes: 0, doneMinutes: 0, shifts: 0, nightMinutes: 0, restMinutes: 0, holidayMinutes: 0 };
    const sum = sums.get(accountId) ?? { accountId, ...blank, slots: new Set<string>() };
    sums.set(accountId, sum);
    sum.slots.add(`${postId}:${slot}`);
    sum.minutes += (to - from) / minute;
    sum.doneMinutes += overlap(from, to, 0, now);
    for (let day = dayOf(from); instantOf(day).getTime() < to; day = addDays(day, 1)) {
      const [start, end] = [instantOf(day).getTime(), instantOf(addDays(day, 1)).getTime()];
      const kind = kindOf(day);
      const here = overlap(from, to, start, end);
      sum.nightMinutes += nightOf(day, from, to);
      if (kind !== 'work') sum.restMinutes += here;
      if (kind === 'holiday') sum.holidayMinutes += here;
    }
  }
  return [...sums.values()]
    .map(({ slots, ...sum }) => ({ ...sum, doneMinutes: Math.floor(sum.doneMinutes), shifts: slots.size }))
    .sort((a, b) => b.minutes - a.minutes || (a.accountId < b.accountId ? -1 : 1));
}
