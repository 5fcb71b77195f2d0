import { addDays } from '@wubian/shared/time.ts';
import { SolarDay } from 'tyme4ts';

const weekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whether offices work on a day (YYYY-MM-DD): by the State Council's calendar where it is published, else Monday to Friday. */
export function isWorkingDay(day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const holiday = SolarDay.fromYmd(year, month, date).getLegalHoliday();
  return holiday ? holiday.isWork() : !weekend(day);
}

/** The day on which the `count`th working day after `day` falls. */
export function workingDaysAfter(day: string, count: number): string {
  let on = day;
  for (let left = count; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left--;
  }
  return on;
}
