import { expect, it } from 'vitest';
import { waitedWords } from './waited.ts';

it('says how long somebody waits, never rounding up', () => {
  const now = Date.parse('2026-05-04T12:00:00.000Z');
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  expect([0, 1, 59, 60, 119, 47 * 60, 48 * 60, 71 * 60].map((minutes) => waitedWords(ago(minutes), now))).toEqual([
    '刚刚',
    '等了 1 分钟',
    '等了 59 分钟',
    '等了 1 小时',
    '等了 1 小时',
    '等了 47 小时',
    '等了 2 天',
    '等了 2 天',
  ]);
});
