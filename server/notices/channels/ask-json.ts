import { ChannelRefused } from './channel.ts';

const TIMEOUT_MS = 4_000;

/**
 * One exchange of JSON with a provider. No answer, 5xx and what is not JSON are `temporary`. The URL may hold a secret:
 * it never gets into the error.
 */
export async function askJson(url: URL, body: unknown, signal: AbortSignal): Promise<Record<string, unknown>> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!answer.ok) throw new ChannelRefused('temporary', `HTTP ${answer.status}`);
    return (await answer.json()) as Record<string, unknown>;
  } catch (error) {
    throw error instanceof ChannelRefused ? error : new ChannelRefused('temporary', 'network');
  }
}
