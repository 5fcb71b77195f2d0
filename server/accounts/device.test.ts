import { expect, it } from 'vitest';
import { describeDevice } from './device.ts';

it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50',
    '微信 · 苹果手机',
  ],
  ['Mozilla/5.0 (Linux; Android 14; M2102) Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0.50', '微信 · 安卓手机'],
  ['Mozilla/5.0 (Linux; Android 14; M2102) Chrome/120.0 Mobile Safari/537.36', '手机浏览器 · 安卓手机'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36', '电脑浏览器（谷歌）'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0', '电脑浏览器（微软）'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', '电脑浏览器（火狐）'],
  ['', '其他设备'],
])('%s → %s', (userAgent, words) => {
  expect(describeDevice(userAgent)).toBe(words);
});
