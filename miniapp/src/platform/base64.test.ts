import { expect, it } from 'vitest';
import { base64OfText } from './base64.ts';

it('writes the bytes of any text as every reader of base64 expects', () => {
  for (const text of ['', 'a', 'ab', 'abc', '王秀兰', '个人信息副本 100% <b>“好”</b>', '😀é\n'])
    expect(base64OfText(text)).toBe(Buffer.from(text).toString('base64'));
});
