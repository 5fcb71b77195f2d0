import { createRequire } from 'node:module';
import type { DayKind } from '@wubian/shared/response/roster/labels.ts';
import { addDays } from '@wubian/shared/time.ts';

/** The state's calendar as the kept data set has it: 'YYYY-MM-DD' → 'English,中文,days'. */
interface DataSet {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}
const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as DataSet;
const years = new Set(Object.keys(data.holidays).map((day) => day.slice(0, 4)));

/** The kind of a day: what the State Council announced, else weekday or weekend. */
export function kindOf(day: string): DayKind {
  if (day in data.holidays) return 'holiday';
  if (day in data.workdays) return 'work';
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 'rest' : 'work';
}

/** What a holiday or make-up day is called; '' for any other day. */
export function nameOf(day: string): string {
  const holiday = data.holidays[day]?.split(',')[1];
  if (holiday) return holiday;
  const makeUp = data.workdays[day]?.split(',')[1];
  return makeUp ? `${makeUp}调休上班` : '';
}

/** Says which years of [from, to] (YYYY-MM-DD, both inclusive) are not announced yet; '' when all are. */
export function yearNote(from: string, to: string): string {
  const missing = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) if (!years.has(day.slice(0, 4))) missing.add(day.slice(0, 4));
  return missing.size ? `${[...missing].join('、')}年放假安排还没公布，先按周末算` : '';
}
