import type { Cell } from '../cell.ts';
import { type Read, textReader } from './read.ts';
import { type DateSystem, serialDate } from './serial-date.ts';

const remedy = '请写成 1944-03-05 这样。';
const two = (part: string): string => part.padStart(2, '0');

/** 'YYYY-MM-DD' when the calendar has that day. */
function dayOf(year: string, month: string, day: string): string | null {
  const iso = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().slice(0, 10) === iso ? iso : null;
}

const forms = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
];
/** A time of day behind the date, as exports of other systems write it; it is dropped. */
const timeOfDay = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

function inRange(day: string): Read<string> {
  return day >= '1850-01-01' && day <= '2199-12-31' ? { ok: day } : { bad: `年份 ${day.slice(0, 4)} 不对，请核对。` };
}

function fromText(text: string): Read<string> {
  const bare = text.replace(timeOfDay, '').replace(/[‐‑–—―−]/g, '-');
  for (const form of forms) {
    const [, year, month, day] = form.exec(bare) ?? [];
    if (!year) continue;
    const found = dayOf(year, month!, day!);
    return found ? inRange(found) : { bad: `没有 ${text} 这一天，请核对。` };
  }
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(bare))
    return { bad: '年份只有两位，分不清是哪一年，请写四位年份。' };
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(bare)) return { bad: `分不清哪个是月、哪个是日，${remedy}` };
  if (/^\d{4}([-/.年]\d{1,2}月?|年?)$/.test(bare)) return { bad: `日期不完整，${remedy}` };
  return { bad: `“${text}”不是日期，${remedy}` };
}

/**
 * A day of the calendar, YYYY-MM-DD, from a date cell (a time of day is dropped), a serial number, or the usual ways to
 * write one. Two-digit years and days that do not exist are refused.
 */
export const readDate = (cell: Cell, system: DateSystem = 1900): Read<string | null> =>
  textReader<string>((text, { kind, value }) => {
    if (kind === 'date') return inRange(String(value).slice(0, 10));
    if (kind !== 'number') return fromText(text);
    // 19440305 typed as a number is a date as written; a serial number of our days is far below it.
    if (/^\d{8}$/.test(text)) return fromText(text);
    const day = serialDate(value as number, system);
    return day && (value as number) >= 367 ? inRange(day.slice(0, 10)) : fromText(text);
  })(cell);
