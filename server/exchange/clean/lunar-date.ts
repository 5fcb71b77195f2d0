import type { Cell } from '@wubian/shared/exchange/cell.ts';
import { readDate } from '@wubian/shared/exchange/clean/date.ts';
import { plainText, type Read, unreadable } from '@wubian/shared/exchange/clean/read.ts';
import type { DateSystem } from '@wubian/shared/exchange/clean/serial-date.ts';
import { LunarDay, LunarMonth } from 'tyme4ts';

/** A day as somebody gave it. */
export interface DaySaid {
  /** YYYY-MM-DD of the solar calendar. */
  day: string;
  /** '农历1944年闰四月初八' when it was given by the lunar calendar: kept beside the day; else null. */
  said: string | null;
}

const digits = '〇一二三四五六七八九';
const remedy = '请写成 农历1944年二月初八 这样，或填公历日期。';

/** 1–30 as said of months and days: 初八, 十二, 廿三, 二十三, 三十, 卅, 8; null when it is none. */
function count(said: string): number | null {
  if (/^\d{1,2}$/.test(said)) return Number(said);
  const match = /^初?(?:([二三])?(十)|(廿)十?|(卅)十?)?([一二三四五六七八九])?$/u.exec(said);
  if (!match || said === '' || said === '初') return null;
  const [, tens, ten, twenty, thirty, ones] = match;
  const high = twenty ? 20 : thirty ? 30 : ten ? 10 * (tens ? digits.indexOf(tens) : 1) : 0;
  return high + (ones ? digits.indexOf(ones) : 0);
}

const monthWords: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };
const yearOf = (said: string): number =>
  Number([...said].map((sign) => (digits.includes(sign) ? digits.indexOf(sign) : sign === '零' ? 0 : sign)).join(''));

const calendar = /^(?:农历|阴历|旧历|夏历)/u;
const form =
  /^([\d〇零一二三四五六七八九]{4})[年\-/.](闰?)([\d一二三四五六七八九十正冬腊]{1,3})[月\-/.]([\d初一二三四五六七八九十廿卅]{1,4})[日号]?$/u;
/** Words that only the lunar calendar has, so that 农历 need not stand before them. */
const lunarOnly = /闰|[正冬腊]月|月(?:初|廿|卅)/u;

/** '闰五月' in the words of the one who reads it. */
const monthName = (month: number, leap: boolean): string => (leap ? '闰' : '') + LunarMonth.NAMES[month - 1];

function lunarDay(year: number, month: number, leap: boolean, day: number, said: string): Read<DaySaid> {
  try {
    const signed = leap ? -month : month;
    const days = LunarMonth.fromYm(year, signed).getDayCount();
    if (day > days || day < 1) {
      return { bad: `农历${year}年${monthName(month, leap)}只有 ${days} 天，没有“${said}”，请核对。` };
    }
    const lunar = LunarDay.fromYmd(year, signed, day);
    const solar = lunar.getSolarDay();
    const iso = [solar.getYear(), solar.getMonth(), solar.getDay()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    return { ok: { day: iso, said: `农历${year}年${lunar.getLunarMonth().getName()}${lunar.getName()}` } };
  } catch {
    return { bad: leap ? `农历${year}年没有${monthName(month, true)}，请核对。` : `农历日期“${said}”不存在，请核对。` };
  }
}

/** A lunar date as said; null when the text does not speak of one. */
export function readLunar(text: string): Read<DaySaid> | null {
  const bare = plainText(text).replace(/[\s()]/gu, '');
  const named = calendar.test(bare) || /(?:农历|阴历)$/u.test(bare);
  if (!named && !lunarOnly.test(bare)) return null;
  const [, yearSaid, leap, monthSaid, daySaid] =
    form.exec(bare.replace(calendar, '').replace(/(?:农历|阴历)$/u, '')) ?? [];
  if (!yearSaid) return { bad: `农历日期“${text}”认不出来，${remedy}` };
  const year = yearOf(yearSaid);
  const month = monthWords[monthSaid!] ?? count(monthSaid!);
  const day = count(daySaid!);
  if (month === null || day === null || month < 1 || month > 12) {
    return { bad: `农历日期“${text}”认不出来，${remedy}` };
  }
  if (year < 1850 || year > 2199) return { bad: `年份 ${year} 不对，请核对。` };
  return lunarDay(year, month, leap !== '', day, text);
}

/** A day by either calendar, from any cell that can hold one; an empty cell is null. */
export function readDay(cell: Cell, system: DateSystem = 1900): Read<DaySaid | null> {
  const lunar = cell.kind === 'text' && !unreadable(cell) ? readLunar(cell.text) : null;
  if (lunar) return lunar;
  const read = readDate(cell, system);
  if ('bad' in read) return read;
  return { ok: read.ok === null ? null : { day: read.ok, said: null } };
}
