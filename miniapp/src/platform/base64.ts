const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A text as base64 of its UTF-8 bytes; WeChat has neither `btoa` nor `TextEncoder`. */
export function base64OfText(text: string): string {
  const bytes: number[] = [];
  for (const part of encodeURIComponent(text).match(/%[0-9A-F]{2}|[^%]/g) ?? []) {
    bytes.push(part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0));
  }
  let written = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const three = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    written += signs[three >> 18]! + signs[(three >> 12) & 63]!;
    written += (b === undefined ? '=' : signs[(three >> 6) & 63]!) + (c === undefined ? '=' : signs[three & 63]!);
  }
  return written;
}
