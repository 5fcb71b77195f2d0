import type { IncomingMessage } from 'node:http';
import { Refusal } from '@wubian/shared/refusals.ts';
import rawBody from 'raw-body';

/** The largest body that is read, in bytes: 1 MB. */
export const BODY_LIMIT = 1024 * 1024;

const isJson = (contentType: string | undefined) => /^application\/json\s*(;|$)/i.test(contentType ?? '');

/**
 * Reads a request's JSON object; an absent body is an empty object. Throws `too_large`, `json_only` or `bad_json`.
 * Text that is not valid UTF-8 is refused, not repaired.
 */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const declared = request.headers['content-length'];
  if (declared === undefined && request.headers['transfer-encoding'] === undefined) return {};
  if (declared === '0') return {};
  if (!isJson(request.headers['content-type']) || request.headers['content-encoding'] !== undefined) {
    throw new Refusal('json_only');
  }
  const bytes = await rawBody(request, { limit: BODY_LIMIT, ...(declared && { length: declared }) }).catch((error) => {
    throw error.type === 'entity.too.large' ? new Refusal('too_large') : new Refusal('bad_json');
  });
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Not JSON: told below.
  }
  throw new Refusal('bad_json');
}
