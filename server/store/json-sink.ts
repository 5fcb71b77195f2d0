/**
 * Where JSON bytes gather. One sink serves the whole process, because writing is synchronous; callers call `room`
 * before they put bytes.
 */
let out = Buffer.allocUnsafe(1 << 16);
let pos = 0;

const QUOTE = 34;
const BACKSLASH = 92;
const HEX = Buffer.from('0123456789abcdef');

/** Bytes above this are given back after use, so that one huge answer does not keep its memory. */
const KEEP_BYTES = 1 << 22;

export function reset(): void {
  if (out.length > KEEP_BYTES) out = Buffer.allocUnsafe(1 << 16);
  pos = 0;
}

/** A copy of what was written since `reset`. */
export const written = (): Buffer => Buffer.from(out.subarray(0, pos));

/** Makes room for `bytes` more. */
export function room(bytes: number): void {
  if (pos + bytes <= out.length) return;
  const larger = Buffer.allocUnsafe(Math.max(out.length * 2, pos + bytes));
  out.copy(larger, 0, 0, pos);
  out = larger;
}

export function byte(value: number): void {
  out[pos++] = value;
}

/** Short ASCII text that needs no escaping, e.g. a number. */
export function ascii(text: string): void {
  for (let i = 0; i < text.length; i++) out[pos++] = text.charCodeAt(i);
}

export function bytes(source: Uint8Array): void {
  const target = out;
  let to = pos;
  for (let i = 0; i < source.length; i++) target[to++] = source[i]!;
  pos = to;
}

const shortEscapes: Record<number, number> = { 8: 98, 9: 116, 10: 110, 12: 102, 13: 114, 34: QUOTE, 92: BACKSLASH };

function escaped(code: number): void {
  out[pos++] = BACKSLASH;
  const short = shortEscapes[code];
  if (short !== undefined) {
    out[pos++] = short;
    return;
  }
  ascii('u00');
  out[pos++] = HEX[code >> 4]!;
  out[pos++] = HEX[code & 15]!;
}

/** A quoted JSON string from `length` bytes of UTF-8; makes its own room. */
export function text(source: Uint8Array, at: number, length: number): void {
  room(length * 6 + 2);
  out[pos++] = QUOTE;
  // Locals, because this is where most of the time goes.
  const target = out;
  let to = pos;
  for (let i = at; i < at + length; i++) {
    const code = source[i]!;
    if (code < 32 || code === QUOTE || code === BACKSLASH) {
      pos = to;
      escaped(code);
      to = pos;
    } else {
      target[to++] = code;
    }
  }
  target[to++] = QUOTE;
  pos = to;
}

/** Bytes as quoted lower-case hex. */
export function hex(source: Uint8Array, at: number, length: number): void {
  room(length * 2 + 2);
  out[pos++] = QUOTE;
  for (let i = at; i < at + length; i++) {
    out[pos++] = HEX[source[i]! >> 4]!;
    out[pos++] = HEX[source[i]! & 15]!;
  }
  out[pos++] = QUOTE;
}

const DAY_MS = 86_400_000;
let lastDay = Number.NaN;
let lastDayText = '';

function digits(value: number, count: number): void {
  for (let unit = 10 ** (count - 1); unit >= 1; unit /= 10) out[pos++] = 48 + (Math.floor(value / unit) % 10);
}

/** An instant as quoted ISO 8601 in UTC with milliseconds; for years 0 to 9999 only. */
export function instant(ms: number): void {
  room(32);
  const day = Math.floor(ms / DAY_MS);
  if (day !== lastDay) {
    lastDay = day;
    lastDayText = new Date(day * DAY_MS).toISOString().slice(0, 11);
  }
  const rest = ms - day * DAY_MS;
  out[pos++] = QUOTE;
  ascii(lastDayText);
  digits(Math.floor(rest / 3_600_000), 2);
  out[pos++] = 58;
  digits(Math.floor(rest / 60_000) % 60, 2);
  out[pos++] = 58;
  digits(Math.floor(rest / 1000) % 60, 2);
  out[pos++] = 46;
  digits(rest % 1000, 3);
  out[pos++] = 90;
  out[pos++] = QUOTE;
}
