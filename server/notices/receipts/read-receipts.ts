import * as z from 'zod';

/** An element of Aliyun's SmsReport. */
const SmsReport = z.object({
  out_id: z.string().min(1).max(64),
  success: z.union([z.boolean(), z.enum(['true', 'false']).transform((said) => said === 'true')]),
  err_code: z.string().max(64).optional(),
  report_time: z.string().optional(),
});

/** An element of Aliyun's VoiceReport (at the end of a call) or VoiceCallReport (while it lasts). */
const VoiceReport = z.object({
  out_id: z.string().min(1).max(64),
  status_code: z.union([z.string(), z.number()]).transform(String),
  dtmf: z.string().max(32).nullish(),
  start_time: z.string().nullish(),
});

export interface ReadReceipt {
  outId: string;
  /** Null: says neither. */
  arrived: boolean | null;
  /** The provider's code of a failure. */
  code: string;
  /** As the provider says it; null when it does not. */
  at: Date | null;
  /** She pressed 1. */
  accepts: boolean;
}

/** `2017-01-01 00:00:00` in Beijing's time. */
const timeFrom = (text: string | null | undefined): Date | null => {
  const at = new Date(`${(text ?? '').replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at;
};

/** The elements of a pushed array that can be read; null when it is no array. What is unknown is left out. */
function elements<T>(body: Buffer, Element: z.ZodType<T>): T[] | null {
  try {
    const list: unknown = JSON.parse(body.toString('utf8'));
    if (!Array.isArray(list)) return null;
    return list.flatMap((one) => {
      const read = Element.safeParse(one);
      return read.success ? [read.data] : [];
    });
  } catch {
    return null;
  }
}

export const readSmsReceipts = (body: Buffer): ReadReceipt[] | null =>
  elements(body, SmsReport)?.map(({ out_id, success, err_code, report_time }) => ({
    outId: out_id,
    arrived: success,
    code: err_code ?? 'UNKNOWN',
    at: timeFrom(report_time),
    accepts: false,
  })) ?? null;

/** Answered: heard to the end, hung up before it, no key in time. */
const answered = new Set(['200000', '200001', '200008']);

export const readVoiceReceipts = (body: Buffer): ReadReceipt[] | null =>
  elements(body, VoiceReport)?.map(({ out_id, status_code, dtmf, start_time }) => {
    const accepts = /^1+#?$/.test(dtmf ?? '');
    // 3xxxxx tells of a call that still lasts.
    const arrived = accepts || answered.has(status_code) ? true : /^2\d{5}$/.test(status_code) ? false : null;
    return { outId: out_id, arrived, code: status_code, at: timeFrom(start_time), accepts };
  }) ?? null;
