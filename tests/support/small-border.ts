import { createServer, type RequestOptions, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoint } from '@wubian/shared/endpoint.ts';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import * as z from 'zod';
import type { Actor, Caller } from '../../server/actor.ts';
import type { Call, Handlers } from '../../server/handler.ts';
import { border } from '../../server/http/border.ts';
import { createLog } from '../../server/log.ts';
import { noAudit } from './no-audit.ts';

const Thing = z.strictObject({ id: z.string(), count: z.number().int() });
/** One endpoint of each kind of `may`. */
export const api = {
  things: {
    read: endpoint({
      method: 'GET',
      path: '/things/:id',
      summary: '看',
      may: 'task.ask',
      input: z.strictObject({
        id: z.string(),
        limit: z.number().int().max(50).default(20),
        kinds: z.array(z.string()).optional(),
      }),
      output: Thing,
      refusals: ['task_not_found'],
    }),
    write: endpoint({
      method: 'POST',
      path: '/things/:id',
      summary: '写',
      may: 'task.manage',
      input: z.strictObject({ id: z.string(), text: z.string().min(1).max(5), flag: z.boolean().optional() }),
      output: Thing,
      refusals: [],
    }),
    mine: endpoint({
      method: 'GET',
      path: '/mine',
      summary: '我的',
      may: 'signedIn',
      input: z.strictObject({}),
      output: Thing,
      refusals: [],
    }),
    open: endpoint({
      method: 'POST',
      path: '/open',
      summary: '公开',
      may: 'anyone',
      input: z.strictObject({ text: z.string().default('') }),
      output: z.strictObject({ who: z.string().nullable() }),
      refusals: [],
    }),
  },
};

const person = (role: Actor['role'] | null, secondFactor = false): Caller =>
  ({
    accountId: 'a',
    sessionId: 's',
    name: '',
    secondFactor,
    ...(role ? { role, streetId: 'x', assignmentId: 'y', communityIds: [], elderId: null } : { role }),
  }) as Caller;
/** Who stands behind which token. */
export const sessions: Record<string, Caller> = {
  'token-of-the-family': person('family'),
  'token-of-volunteer-': person('volunteer'),
  'token-of-worker-one': person('gridWorker'),
  'token-of-worker-two': person('gridWorker', true),
  'token-of-a-visitor-': person(null),
};

/** What reached a handler in the current test. */
export const calls: { caller: Caller | null; input: unknown; call: Call }[] = [];
const keep = (caller: Caller | null, input: unknown, call: Call) => calls.push({ caller, input, call });
/** What the current test makes of the border's surroundings; put back before each test. */
export const world: { act: () => unknown; databaseAnswers: boolean } = { act: () => null, databaseAnswers: true };
const handlers: Handlers<typeof api> = {
  things: {
    read: async (caller, input, call) => {
      keep(caller, input, call);
      return (await world.act()) as z.output<typeof Thing>;
    },
    write: async (caller, input, call) => {
      keep(caller, input, call);
      return { id: input.id, count: 1 };
    },
    mine: async (caller, input, call) => {
      keep(caller, input, call);
      return { id: 'mine', count: 0 };
    },
    open: async (caller, input, call) => {
      keep(caller, input, call);
      return { who: caller?.role ?? null };
    },
  },
};

/** Lines of the log in the current test. */
export const logged: string[] = [];
const servers: Server[] = [];
async function serve(strict: boolean): Promise<number> {
  const listener = border({
    api,
    handlers,
    whoIs: async (token) => sessions[token] ?? null,
    audit: noAudit,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    ping: async () => {
      if (!world.databaseAnswers) throw new Error('no database');
    },
    document: { openapi: '3.1.0' },
    webFolder: '/nowhere',
    strict,
    trustProxy: false,
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

/** Ports of a border as in development and of one as in production. */
export const ports = { strict: 0, production: 0 };
beforeAll(async () => {
  ports.strict = await serve(true);
  ports.production = await serve(false);
});
afterAll(() => {
  for (const server of servers) server.close();
});
beforeEach(() => {
  calls.length = 0;
  logged.length = 0;
  world.databaseAnswers = true;
  world.act = () => ({ id: 'one', count: 1 });
});

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came back
  json: any;
}

/** One exchange over real HTTP; `body` is sent as it is when it is a string or bytes. */
export function ask(
  method: string,
  path: string,
  more: { token?: string; body?: unknown; headers?: object; port?: number } = {},
) {
  const raw =
    typeof more.body === 'string' || Buffer.isBuffer(more.body) ? more.body : more.body && JSON.stringify(more.body);
  const headers = {
    ...(more.token && { authorization: `Bearer ${more.token}` }),
    ...(raw !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(raw as string),
    }),
    ...more.headers,
  };
  return new Promise<Answer>((resolve, reject) => {
    const options: RequestOptions = {
      port: more.port ?? ports.strict,
      host: '127.0.0.1',
      method,
      path,
      headers,
      agent: false,
    };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const json = /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(text) : undefined;
        resolve({ status: response.statusCode!, headers: response.headers, text, json });
      });
    });
    sent.on('error', reject);
    sent.end(raw as string | undefined);
  });
}
export const family = 'token-of-the-family';
export const worker = 'token-of-worker-two';
