import { instantOf } from '@wubian/shared/time.ts';
import { expect, it } from 'vitest';
import { agoWords, dayWords, halfHours, windowWords } from './when.ts';

// 2026-11-22 23:30 in Tianjin: still the 22nd there, though 15:30 in UTC.
const now = Date.parse('2026-11-22T15:30:00.000Z');
const iso = (day: string, time: string) => instantOf(day, time).toISOString();

it('names near days and dates the far ones', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];
  const said = ['11月20日 周五', '昨天', '今天', '明天', '后天', '11月25日 周三'];
  expect(days.map((day) => dayWords(day, now))).toEqual(said);
});

it('says the day of a window once, and twice across midnight', () => {
  expect(windowWords(iso('2026-11-23', '09:00'), iso('2026-11-23', '11:00'), now)).toBe('明天 09:00 到 11:00');
  expect(windowWords(iso('2026-11-22', '23:00'), iso('2026-11-23', '01:00'), now)).toBe('今天 23:00 到 明天 01:00');
});

it('says how long ago', () => {
  const ago = (minutes: number) => agoWords(new Date(now - minutes * 60_000).toISOString(), now);
  expect([0, 5, 130, 1440].map(ago)).toEqual(['刚刚', '5 分钟前', '2 小时前', '昨天 23:30']);
});

it('lists half hours, both ends included', () => {
  expect(halfHours('08:30', '10:00')).toEqual(['08:30', '09:00', '09:30', '10:00']);
});
