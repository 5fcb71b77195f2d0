import { expect, it } from 'vitest';
import { addressOf, mayConnect } from './upgrade.ts';

const asked = (headers: Record<string, string>) => ({ headers, socket: { remoteAddress: '10.0.0.1' } });

it.each<[string, Record<string, string>, boolean, boolean]>([
  ['our own page', { origin: 'https://wubian.example', host: 'wubian.example' }, false, true],
  ['our own page at a port', { origin: 'http://127.0.0.1:8700', host: '127.0.0.1:8700' }, false, true],
  ['another page', { origin: 'https://elsewhere.example', host: 'wubian.example' }, false, false],
  ['another port', { origin: 'http://127.0.0.1:9000', host: '127.0.0.1:8700' }, false, false],
  ['a page without a place', { origin: 'null', host: 'wubian.example' }, false, false],
  ['WeChat', { origin: 'https://servicewechat.com', host: 'wubian.example' }, false, true],
  ['one that looks like WeChat', { origin: 'https://servicewechat.com.example', host: 'wubian.example' }, false, false],
  ['no page', { host: 'wubian.example' }, false, true],
  [
    'our own page, behind the proxy',
    { origin: 'https://wubian.example', host: '10.0.0.9:8700', 'x-forwarded-host': 'wubian.example' },
    true,
    true,
  ],
  [
    'a page that claims to come through a proxy',
    { origin: 'https://elsewhere.example', host: 'wubian.example', 'x-forwarded-host': 'elsewhere.example' },
    false,
    false,
  ],
])('lets connect or not: %s', (_who, headers, trustProxy, expected) => {
  expect(mayConnect(asked(headers), trustProxy)).toBe(expected);
});

it('believes the proxy only where there is one, and then only its own word', () => {
  const claimed = asked({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2' });
  expect(addressOf(claimed, false)).toBe('10.0.0.1');
  expect(addressOf(claimed, true)).toBe('2.2.2.2');
  expect(addressOf(asked({}), true)).toBe('10.0.0.1');
});
