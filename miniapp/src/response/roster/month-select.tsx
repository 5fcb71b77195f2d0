import { addDays, dayOf } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { Select } from '../../ui/index.ts';
import { rosterWords as w } from './words.ts';

/** This month, the next, and those of the last year; YYYY-MM. */
function months(): string[] {
  const out: string[] = [];
  let day = addDays(`${dayOf(now()).slice(0, 7)}-01`, 31);
  for (let n = 0; n < 13; n++) {
    out.push(day.slice(0, 7));
    day = addDays(`${day.slice(0, 7)}-01`, -1);
  }
  return out;
}
export const thisMonth = (): string => dayOf(now()).slice(0, 7);

export const MonthSelect = ({ value, onChange }: { value: string; onChange: (month: string) => void }) => (
  <Select
    id="month"
    label={w.month}
    options={months().map((month) => ({ value: month, label: `${month.slice(0, 4)}年${Number(month.slice(5))}月` }))}
    value={value}
    onChange={onChange}
  />
);
