import { Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts';

/** RFC 6238 appendix B, SHA-1 with the ASCII secret 12345678901234567890: the last six of its eight digits. */
const secret = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at second %i the code is %s', (seconds, code) => {
  expect(totpCode(secret, at(seconds))).toBe(code);
  expect(totpStep(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

it('allows one step of drift each way and names the step the code belongs to', () => {
  const step = 50_000_000;
  const code = totpCode(secret, at(step * 30));
  expect([-31, -1, 0, 59, 60].map((drift) => totpStep(secret, code, at(step * 30 + drift)))).toEqual([
    null,
    step,
    step,
    step,
    null,
  ]);
});

it('makes secrets of 160 bits and an address that names the house', () => {
  expect(Secret.fromBase32(newTotpSecret()).bytes).toHaveLength(20);
  expect(decodeURIComponent(totpUri(secret, '周敏'))).toContain('otpauth://totp/五边:周敏');
});
