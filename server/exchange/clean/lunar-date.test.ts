import { emptyCell, numberCell, textCell } from '@wubian/shared/exchange/cell.ts';
import { describe, expect, it } from 'vitest';
import { readDay } from './lunar-date.ts';

const read = (text: string) => readDay(textCell(text));

describe('days by the lunar calendar', () => {
  it.each([
    ['农历1944年二月初八', '1944-03-02', '农历1944年二月初八'],
    ['农历 1944-02-08', '1944-03-02', '农历1944年二月初八'],
    ['阴历1944.2.8', '1944-03-02', '农历1944年二月初八'],
    ['1944-02-08（农历）', '1944-03-02', '农历1944年二月初八'],
    ['农历一九四四年二月初八', '1944-03-02', '农历1944年二月初八'],
    ['1944年闰四月初八', '1944-05-29', '农历1944年闰四月初八'],
    ['1944年腊月廿三', '1945-02-05', '农历1944年十二月廿三'],
    ['农历1944年冬月卅', '1945-01-13', '农历1944年十一月三十'],
    // Published new year days: 25 January 1944, 7 February 1997 and 10 February 2024.
    ['1944年正月初一', '1944-01-25', '农历1944年正月初一'],
    ['农历1996年腊月廿九', '1997-02-06', '农历1996年十二月廿九'],
    ['农历2024年1月1日', '2024-02-10', '农历2024年正月初一'],
  ])('%s is %s, and what was said is kept', (text, day, said) => {
    expect(read(text)).toEqual({ ok: { day, said } });
  });

  it.each([
    ['农历1944年闰五月初八', '没有闰五月'],
    ['农历1944年二月三十', '二月只有 29 天'],
    ['农历1996年腊月三十', '十二月只有 29 天'],
    ['农历1944年13月1日', '认不出来'],
    ['农历甲申年二月初八', '请写成'],
    ['农历44年二月初八', '请写成'],
    ['农历1744年二月初八', '年份'],
  ])('refuses %s with the remedy', (text, words) => {
    expect(read(text)).toEqual({ bad: expect.stringContaining(words) });
  });

  it('leaves days of the solar calendar as they are', () => {
    expect(read('1944年3月2日')).toEqual({ ok: { day: '1944-03-02', said: null } });
    expect(readDay(numberCell(16133))).toEqual({ ok: { day: '1944-03-02', said: null } });
    expect(readDay(emptyCell)).toEqual({ ok: null });
    expect(read('大约')).toEqual({ bad: expect.any(String) });
  });
});
