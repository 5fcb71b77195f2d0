import autocannon from 'autocannon';

/** One request of a measured endpoint. */
export interface BenchRequest {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
}

export interface Load {
  url: string;
  requests: readonly BenchRequest[];
  /** True when no request may be sent twice: each is drawn once, over all connections. */
  isEachOnce: boolean;
  /** Whether a reply, parsed, is what was asked for. */
  isRight: (reply: unknown) => boolean;
  connections: number;
  seconds: number;
}

/** Requests that are sent once each are so many for a second of the window: both sides get the same ones. */
const onceEachPerSecond = 300;

/** What one window of time has shown. */
export interface Window {
  /** Right replies. */
  replies: number;
  perSecond: number;
  /** Latency in ms. */
  p50: number;
  p99: number;
  /** Replies that were not 2xx, or not what was asked for, and broken connections. */
  wrong: number;
}

function parses(body: unknown, isRight: Load['isRight']): boolean {
  try {
    return isRight(JSON.parse(String(body)));
  } catch {
    return false;
  }
}

/** Sends requests over so many kept-alive connections, the next one when the last is answered, and reads every reply. */
export async function measure({ url, requests, isEachOnce, isRight, connections, seconds }: Load): Promise<Window> {
  const amount = isEachOnce ? Math.min(requests.length, seconds * onceEachPerSecond) : undefined;
  let drawn = 0;
  let started = 0;
  let begun = 0;
  let ended = 0;
  const result = await autocannon({
    url,
    connections,
    ...(amount ? { amount } : { duration: seconds }),
    timeout: 20,
    sampleInt: 250,
    verifyBody(body) {
      const right = parses(body, isRight);
      ended = performance.now();
      return right;
    },
    setupClient(client) {
      begun ||= performance.now();
      const own = started++;
      client.setRequests(
        isEachOnce
          ? [{ method: 'POST', setupRequest: (request) => ({ ...request, ...requests[drawn++]! }) }]
          : requests.filter((_, n) => n % connections === own % Math.min(connections, requests.length)),
      );
    },
  });
  const { non2xx, errors, timeouts, mismatches, latency } = result;
  const replies = result['2xx'] - mismatches;
  return {
    replies,
    perSecond: (replies * 1000) / (ended - begun),
    p50: latency.p50,
    p99: latency.p99,
    wrong: non2xx + errors + timeouts + mismatches,
  };
}
