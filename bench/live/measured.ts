import type { RequestListener } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How a process stands, after its garbage was collected. */
export interface Standing {
  rssKb: number;
  heapKb: number;
}

const TELL = '/bench/tell/';

/**
 * Answers the benchmark: `/bench/tell/<id>`, `/bench/standing`, and `/bench/blocked`, the longest time in ms since it
 * was asked last in which the process could do nothing else. The rest goes to `next`.
 */
export function measured(tell: (id: string) => void, next?: RequestListener): RequestListener {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  return (request, response) => {
    if (request.url?.startsWith(TELL)) {
      tell(request.url.slice(TELL.length));
      response.end();
    } else if (request.url === '/bench/standing') {
      globalThis.gc?.();
      const { rss, heapUsed, external } = process.memoryUsage();
      const standing: Standing = { rssKb: rss / 1024, heapKb: (heapUsed + external) / 1024 };
      response.end(JSON.stringify(standing));
    } else if (request.url === '/bench/blocked') {
      response.end(String(delay.max / 1e6));
      delay.reset();
    } else next?.(request, response);
  };
}
