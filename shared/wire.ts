import * as z from 'zod';

/** A document's id: 24 hex digits, made by whoever creates it (a phone, too), so that a retry is the same create. */
export const Id = z.string().regex(/^[0-9a-f]{24}$/, '编号格式不对');

/** An instant on the wire: ISO 8601 in UTC, e.g. 2026-05-02T02:30:00.000Z. */
export const Instant = z.iso.datetime({ message: '时间格式不对' });

/** A calendar day in the street's time zone: YYYY-MM-DD. */
export const Day = z.iso.date('日期格式不对');

/** Free text that a person typed: trimmed, `max` in code points of UTF-16. */
export const Words = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`);

/** Free text that must not be empty. */
export const SomeWords = (max: number, ask: string) => Words(max).min(1, ask);

/** A mainland mobile number as typed: spaces, dashes and +86 are taken away. */
export const Mobile = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, '请填 11 位手机号'));

/** A phone to call: mobile or landline with area code, as typed, digits kept. */
export const Phone = z
  .string()
  .transform((typed) => typed.replace(/[\s()（）-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^(1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7}|[49]\d{4,9})$/, '请填手机号，或带区号的座机号'));

/** How many rows a page of a list holds. */
export const Limit = z.number().int().min(1).max(50).default(20);
/** Opaque place in a list, given back from the answer before. */
export const Cursor = z.string().max(200).optional();

export const Done = z.strictObject({ done: z.literal(true) });
