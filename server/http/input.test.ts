import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { decodeFields } from './input.ts';

const input = z.strictObject({
  limit: z.number().int().default(20),
  near: z.number().optional(),
  mine: z.boolean().optional(),
  kinds: z.array(z.string()).default([]),
  weeks: z.array(z.number()).optional(),
  phone: z
    .string()
    .transform((typed) => typed.trim())
    .pipe(z.string()),
  state: z.enum(['a', 'b']).nullable().optional(),
});
const decode = (query: string) => decodeFields(input, new URLSearchParams(query));

describe('decodeFields', () => {
  it('reads numbers, booleans and lists by the schema', () => {
    expect(decode('limit=5&near=-1.5&mine=false&kinds=x&weeks=1&weeks=2&phone=138&state=a')).toEqual({
      limit: 5,
      near: -1.5,
      mine: false,
      kinds: ['x'],
      weeks: [1, 2],
      phone: '138',
      state: 'a',
    });
  });

  it.each(['limit=', 'limit=1e3', 'limit=0x10', 'limit=Infinity', 'limit=1&limit=2', 'mine=1', 'mine=', 'weeks=x'])(
    'leaves %s unread, so that the schema refuses it',
    (query) => {
      expect(input.safeParse({ phone: '1', ...decode(query) }).success).toBe(false);
    },
  );

  it('keeps unknown fields, so that the schema refuses them', () => {
    expect(input.safeParse({ phone: '1', ...decode('toString=1') }).error?.issues[0]?.code).toBe('unrecognized_keys');
  });

  it('gives back any whole number and any text', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (limit, phone) => {
        const query = new URLSearchParams([
          ['limit', String(limit)],
          ['phone', phone],
        ]);
        expect(decode(query.toString())).toEqual({ limit, phone });
      }),
    );
  });
});
