import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../server/clock.ts';

export interface WecomStandIn {
  base: string;
  key: string;
  /** Texts that appeared in the group, oldest first. */
  texts: string[];
  /** Calls beyond the robot's quota, which the platform counts against us. */
  refused: () => number;
  /** Answers the next calls with these errors; `hangUp` breaks the connection, `5xx` fails with 503. */
  failNext(...hows: (number | 'hangUp' | '5xx')[]): void;
  close(): void;
}

/**
 * Stands in for the group robot of WeCom over real HTTP: the key in the URL (93000), 20 messages a minute (45009), text
 * of at most 2,048 bytes (40058).
 */
export async function wecomStandIn(now: Clock): Promise<WecomStandIn> {
  const key = randomUUID();
  const texts: string[] = [];
  const times: number[] = [];
  const next: (number | 'hangUp' | '5xx')[] = [];
  let refused = 0;
  const failure = (errcode: number) => ({ errcode, errmsg: 'error' });

  function send(given: string | null, body: { msgtype?: string; text?: { content?: string } }): object {
    if (given !== key) return failure(93_000);
    const at = now().getTime();
    if (times.filter((time) => time > at - 60_000).length >= 20) {
      refused++;
      return failure(45_009);
    }
    const content = body.text?.content ?? '';
    if (body.msgtype !== 'text' || content === '' || Buffer.byteLength(content) > 2_048) return failure(40_058);
    times.push(at);
    texts.push(content);
    return { errcode: 0, errmsg: 'ok' };
  }

  const server = createServer(async (request, response): Promise<unknown> => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const how = next.shift();
    if (how === 'hangUp') return request.socket.destroy();
    if (how === '5xx') return response.writeHead(503).end('<html>busy</html>');
    const url = new URL(request.url!, 'http://stand-in');
    if (url.pathname !== '/cgi-bin/webhook/send') return response.writeHead(404).end('{}');
    response.setHeader('content-type', 'application/json');
    const answer = typeof how === 'number' ? failure(how) : send(url.searchParams.get('key'), JSON.parse(body));
    return response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    texts,
    refused: () => refused,
    failNext: (...hows) => void next.push(...hows),
    close: () => server.close().closeAllConnections(),
  };
}
