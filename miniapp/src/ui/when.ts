import { addDays, dayOf, sayDay, timeOf } from '@wubian/shared/time.ts';

/** A day in words, near ones by name: 昨天, 今天, 明天, 后天, else 5月2日 周六. */
export function dayWords(day: string, nowMs: number): string {
  const today = dayOf(nowMs);
  const near = ['昨天', '今天', '明天', '后天'].find((_, index) => addDays(today, index - 1) === day);
  return near ?? sayDay(day);
}

/** An instant in words: 明天 09:30. */
export function whenWords(iso: string, nowMs: number): string {
  const ms = Date.parse(iso);
  return `${dayWords(dayOf(ms), nowMs)} ${timeOf(ms)}`;
}

/** A window in words: 明天 09:00 到 11:00. */
export function windowWords(startIso: string, endIso: string, nowMs: number): string {
  const [start, end] = [Date.parse(startIso), Date.parse(endIso)];
  const sameDay = dayOf(start) === dayOf(end);
  return `${whenWords(startIso, nowMs)} 到 ${sameDay ? timeOf(end) : whenWords(endIso, nowMs)}`;
}

/** How long ago, roughly: 刚刚, 5 分钟前, 3 小时前, from 12 hours on the day and time. */
export function agoWords(iso: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(iso)) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  return minutes < 12 * 60 ? `${Math.floor(minutes / 60)} 小时前` : whenWords(iso, nowMs);
}

/** Half-hour clock times from `from` to `to`, both HH:mm, both included. */
export function halfHours(from: string, to: string): string[] {
  const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const two = (n: number) => String(n).padStart(2, '0');
  const out: string[] = [];
  for (let at = minutesOf(from); at <= minutesOf(to); at += 30) out.push(`${two(Math.floor(at / 60))}:${two(at % 60)}`);
  return out;
}
