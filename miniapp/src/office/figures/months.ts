import { addDays } from '@wubian/shared/time.ts';

/** The last days of the `count` months before the month of `today`, the latest first; all YYYY-MM-DD. */
export function monthEndsBefore(today: string, count: number): string[] {
  const ends: string[] = [];
  for (let day = today; ends.length < count; ) {
    day = addDays(`${day.slice(0, 8)}01`, -1);
    ends.push(day);
  }
  return ends;
}
