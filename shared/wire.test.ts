import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { Day, Id, Instant, Limit, Mobile, Phone, SomeWords, Words } from './wire.ts';

const given = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? result.data : 'refused';
};

describe('phones as they are typed', () => {
  it.each([
    ['13800001234', '13800001234'],
    ['138 0000 1234', '13800001234'],
    ['138-0000-1234', '13800001234'],
    ['+8613800001234', '13800001234'],
    ['8613800001234', '13800001234'],
    ['14012345678x', 'refused'],
    ['12345678901', 'refused'],
    ['', 'refused'],
  ])('mobile %j → %s', (typed, kept) => {
    expect(given(Mobile, typed)).toBe(kept);
  });

  it.each([
    ['022-23331234', '02223331234'],
    ['02223331234', '02223331234'],
    ['（022）2333 1234', '02223331234'],
    ['23331234', '23331234'],
    ['4001234567', '4001234567'],
    ['13800001234', '13800001234'],
    ['110', 'refused'],
    ['电话没有', 'refused'],
  ])('phone %j → %s', (typed, kept) => {
    expect(given(Phone, typed)).toBe(kept);
  });
});

describe('the other forms of the wire', () => {
  it.each([
    [Id, '0123456789abcdef01234567', true],
    [Id, '0123456789ABCDEF01234567', false],
    [Id, '0123', false],
    [Instant, '2026-05-02T02:30:00.000Z', true],
    [Instant, '2026-05-02T02:30:00+08:00', false],
    [Instant, '2026-05-02', false],
    [Day, '2026-02-28', true],
    [Day, '2026-02-29', false],
    [Limit, 50, true],
    [Limit, 51, false],
    [Limit, 0, false],
    [Words(3), '四个汉字', false],
    [SomeWords(3, '请填'), '   ', false],
  ])('%# %o', (schema, value, good) => {
    expect(schema.safeParse(value).success).toBe(good);
  });

  it('trims words before it counts them, and gives twenty rows when none are asked for', () => {
    expect(given(Words(3), '  三个字  ')).toBe('三个字');
    expect(given(Limit, undefined)).toBe(20);
  });
});
