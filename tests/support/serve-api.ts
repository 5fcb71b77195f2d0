import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, createClient } from '@wubian/shared/client.ts';
import type { Api } from '@wubian/shared/endpoint.ts';
import { afterAll } from 'vitest';
import type { Handlers } from '../../server/handler.ts';
import { border } from '../../server/http/border.ts';
import type { WhoIs } from '../../server/http/identify.ts';
import { createLog } from '../../server/log.ts';
import { noAudit } from './no-audit.ts';

export interface Served<A extends Api> {
  /** The typed client of whoever holds this token; without one, of a stranger. */
  as(token?: string, headers?: Record<string, string>): Client<A>;
  /** Every log line so far. */
  logged: string[];
}

/**
 * Serves rooms over real HTTP at the real border, strict about undeclared refusals, until the calling test file is
 * done. The caller's address can be set with `x-forwarded-for`, as behind the proxy of a real installation.
 */
export async function serveApi<A extends Api>(
  api: A,
  make: (log: ReturnType<typeof createLog>) => { handlers: Handlers<A>; whoIs: WhoIs },
): Promise<Served<A>> {
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const { handlers, whoIs } = make(log);
  const listener = border({
    ...{
      api,
      handlers,
      whoIs,
      audit: noAudit,
      log,
      document: {},
      webFolder: import.meta.dirname,
      strict: true,
      trustProxy: true,
    },
    ping: async () => {},
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  afterAll(() => server.close().closeAllConnections());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return {
    logged,
    as: (token, more = {}) =>
      createClient<A>(api, async ({ method, url, body }) => {
        const headers = {
          ...more,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        };
        const response = await fetch(base + url, {
          method,
          headers,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        return { status: response.status, body: await response.json() };
      }),
  };
}
