import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const hex = (text: string) => createHash('sha256').update(text).digest('hex');
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** True if the request carries the ACS3-HMAC-SHA256 signature of its own method, query, headers and body. */
export function isSigned(
  request: IncomingMessage,
  query: URLSearchParams,
  body: string,
  keyId: string,
  key: string,
): boolean {
  const given = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=(\w+)$/.exec(
    request.headers.authorization ?? '',
  );
  if (!given || given[1] !== keyId || request.headers['x-acs-content-sha256'] !== hex(body)) return false;
  const names = given[2]!.split(';');
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
  const sorted = [...query].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = sorted.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const canonical = [request.method, '/', text, headers, names.join(';'), hex(body)].join('\n');
  return (
    createHmac('sha256', key)
      .update(`ACS3-HMAC-SHA256\n${hex(canonical)}`)
      .digest('hex') === given[3]
  );
}
