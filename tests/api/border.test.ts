import { createServer, type RequestOptions, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoint } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Actor, Caller } from '../../server/actor.ts';
import { type Call, type Handlers, RawJson } from '../../server/handler.ts';
import { border } from '../../server/http/border.ts';
import { createLog } from '../../server/log.ts';

const Thing = z.strictObject({ id: z.string(), count: z.number().int() });
const api = {
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
const sessions: Record<string, Caller> = {
  'token-of-the-family': person('family'),
  'token-of-volunteer-': person('volunteer'),
  'token-of-worker-one': person('gridWorker'),
  'token-of-worker-two': person('gridWorker', true),
  'token-of-a-visitor-': person(null),
};

const calls: { caller: Caller | null; input: unknown; call: Call }[] = [];
const keep = (caller: Caller | null, input: unknown, call: Call) => calls.push({ caller, input, call });
let act: () => unknown;
const handlers: Handlers<typeof api> = {
  things: {
    read: async (caller, input, call) => {
      keep(caller, input, call);
      return (await act()) as z.output<typeof Thing>;
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

const logged: string[] = [];
let databaseAnswers = true;
const servers: Server[] = [];
async function serve(strict: boolean): Promise<number> {
  const listener = border({
    api,
    handlers,
    whoIs: async (token) => sessions[token] ?? null,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    ping: async () => {
      if (!databaseAnswers) throw new Error('no database');
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

let port = 0;
let lenient = 0;
beforeAll(async () => {
  port = await serve(true);
  lenient = await serve(false);
});
afterAll(() => {
  for (const server of servers) server.close();
});
beforeEach(() => {
  calls.length = 0;
  logged.length = 0;
  databaseAnswers = true;
  act = () => ({ id: 'one', count: 1 });
});

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came back
  json: any;
}

/** One exchange over real HTTP; `body` is sent as it is when it is a string or bytes. */
function ask(
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
    const options: RequestOptions = { port: more.port ?? port, host: '127.0.0.1', method, path, headers, agent: false };
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
const family = 'token-of-the-family';
const worker = 'token-of-worker-two';

describe('input', () => {
  it('reads path and query by the schema, with defaults', async () => {
    const answer = await ask('GET', '/api/things/%E5%BC%A0?limit=5&kinds=a&kinds=b', { token: family });
    expect(answer).toMatchObject({ status: 200, json: { id: 'one', count: 1 } });
    expect(calls[0]!.input).toEqual({ id: '张', limit: 5, kinds: ['a', 'b'] });
    await ask('GET', '/api/things/x', { token: family });
    expect(calls[1]!.input).toEqual({ id: 'x', limit: 20 });
  });

  it.each([
    ['an unknown query field', 'GET', '/api/things/x?admin=true', undefined, ['admin']],
    ['a wrong number', 'GET', '/api/things/x?limit=many', undefined, ['limit']],
    ['a number above its limit', 'GET', '/api/things/x?limit=51', undefined, ['limit']],
    ['a path field again in the query', 'GET', '/api/things/x?id=y', undefined, ['id']],
    ['an unknown body field', 'POST', '/api/things/x', { text: 'a', streetId: 'other' }, ['streetId']],
    ['a path field again in the body', 'POST', '/api/things/x', { text: 'a', id: 'y' }, ['id']],
    ['a wrong type', 'POST', '/api/things/x', { text: 7 }, ['text']],
    ['an operator instead of a text', 'POST', '/api/things/x', { text: { $gt: '' } }, ['text']],
    ['a missing field', 'POST', '/api/things/x', {}, ['text']],
    [
      'several wrong fields at once',
      'POST',
      '/api/things/x',
      { text: 'too long', flag: 'yes', more: 1 },
      ['text', 'flag', 'more'],
    ],
    ['a smuggled prototype', 'POST', '/api/things/x', '{"text":"a","__proto__":{"flag":true}}', ['__proto__']],
  ])('refuses %s, naming the field', async (_, method, path, body, fields) => {
    const answer = await ask(method, path, { token: method === 'GET' ? family : worker, body });
    expect(answer).toMatchObject({ status: 400, json: { code: 'bad_input' } });
    expect(answer.json.fields.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect(answer.json.fields.every(({ words }: { words: string }) => /[\u4e00-\u9fff]/.test(words))).toBe(true);
    expect(calls).toEqual([]);
  });

  it.each([
    ['invalid JSON', '{"text":', {}, 400, 'bad_json'],
    ['a list', '[]', {}, 400, 'bad_json'],
    ['null', 'null', {}, 400, 'bad_json'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 400, 'bad_json'],
    ['a form', 'text=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'json_only'],
    ['text/plain', '{"text":"a"}', { 'content-type': 'text/plain' }, 415, 'json_only'],
    ['a compressed body', '{"text":"a"}', { 'content-encoding': 'gzip' }, 415, 'json_only'],
    ['more than 1 MB', JSON.stringify({ text: 'a'.repeat(1024 * 1024) }), {}, 413, 'too_large'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const answer = await ask('POST', '/api/things/x', { token: worker, body, headers });
    expect(answer).toMatchObject({ status, json: { code } });
    expect(calls).toEqual([]);
  });

  it('refuses more than 1 MB also when the length was not declared', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      const headers = { authorization: `Bearer ${worker}`, 'content-type': 'application/json' };
      const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/things/x', headers }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      sent.on('error', reject);
      for (let mb = 0; mb < 2; mb++) sent.write(' '.repeat(1024 * 1024));
      sent.end('{}');
    });
    expect(answer).toBe(413);
  });
});

describe('who may', () => {
  it.each([
    ['nobody', undefined, 401, 'not_signed_in'],
    ['an unknown token', 'token-that-nobody-has', 401, 'session_expired'],
    ['a role without the permission', 'token-of-volunteer-', 403, 'not_allowed'],
    ['someone without a role', 'token-of-a-visitor-', 403, 'not_allowed'],
    ['staff before the second factor', 'token-of-worker-one', 403, 'second_factor_needed'],
  ])('refuses %s before reading the input', async (_, token, status, code) => {
    const answer = await ask('GET', '/api/things/x?limit=bad', token ? { token } : {});
    expect(answer).toMatchObject({ status, json: { code } });
    expect(calls).toEqual([]);
  });

  it('lets staff in after the second factor, and hands the actor on', async () => {
    expect((await ask('POST', '/api/things/x', { token: worker, body: { text: 'a' } })).status).toBe(200);
    expect(calls[0]!.caller).toBe(sessions[worker]);
  });

  it('lets anyone signed in to what needs no role', async () => {
    expect((await ask('GET', '/api/mine', { token: 'token-of-a-visitor-' })).status).toBe(200);
    expect((await ask('GET', '/api/mine')).json.code).toBe('not_signed_in');
  });

  it('lets strangers and expired sessions in where anyone may', async () => {
    expect((await ask('POST', '/api/open')).json).toEqual({ who: null });
    expect((await ask('POST', '/api/open', { token: 'token-that-nobody-has' })).json).toEqual({ who: null });
    expect((await ask('POST', '/api/open', { token: family })).json).toEqual({ who: 'family' });
  });

  it('takes no token from the URL', async () => {
    expect((await ask('GET', `/api/mine?token=${family}`)).json.code).toBe('not_signed_in');
  });
});

describe('routes', () => {
  it('tells an unknown path from a wrong method', async () => {
    expect(await ask('GET', '/api/nothing')).toMatchObject({ status: 404, json: { code: 'not_found' } });
    expect(await ask('GET', '/api')).toMatchObject({ status: 404, json: { code: 'not_found' } });
    expect(await ask('GET', '/api/things/%zz', { token: family })).toMatchObject({ status: 404 });
    const wrong = await ask('DELETE', '/api/things/x');
    expect(wrong).toMatchObject({ status: 405, json: { code: 'method_not_allowed' }, headers: { allow: 'GET, POST' } });
    expect(await ask('PATCH', '/api/things/x')).toMatchObject({ status: 405, json: { code: 'method_not_allowed' } });
  });
});

describe('answers', () => {
  it('sends what a checking writer wrote as it is', async () => {
    act = () => new RawJson(Buffer.from('{"id":"raw","count":2}'));
    expect((await ask('GET', '/api/things/x', { token: family })).text).toBe('{"id":"raw","count":2}');
  });

  it('never sends what the contract does not name', async () => {
    act = () => ({ id: 'one', count: 1, phone: '13800001234' });
    const answer = await ask('GET', '/api/things/x', { token: family });
    expect(answer).toMatchObject({ status: 500, json: { code: 'unexpected' } });
    expect(answer.text + logged.join()).not.toContain('13800001234');
  });

  it('answers a declared refusal with its words and the request id', async () => {
    act = () => {
      throw new Refusal('task_not_found');
    };
    const answer = await ask('GET', '/api/things/x', { token: family, headers: { 'x-request-id': 'phone-12345678' } });
    expect(answer).toMatchObject({
      status: 404,
      json: { code: 'task_not_found', words: '没有找到这条求助，或不在您的范围内。', requestId: 'phone-12345678' },
    });
  });

  it('takes an undeclared refusal for a programming error, except in production', async () => {
    act = () => {
      throw new Refusal('photo_limit');
    };
    expect((await ask('GET', '/api/things/x', { token: family })).json.code).toBe('unexpected');
    expect(logged.join()).toContain('UndeclaredRefusal');
    expect((await ask('GET', '/api/things/x', { token: family, port: lenient })).json.code).toBe('photo_limit');
  });

  it('hides the inside of an unexpected error and logs it under the request id', async () => {
    act = () => {
      throw new TypeError('cannot read "13800001234" of undefined');
    };
    const answer = await ask('GET', '/api/things/secret-elder?limit=3', { token: family });
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({
      code: 'unexpected',
      words: '出了点问题，我们已记录，请稍后再试。',
      requestId: expect.any(String),
    });
    const line = logged.map((text) => JSON.parse(text)).find(({ err }) => err);
    expect(line).toMatchObject({
      requestId: answer.json.requestId,
      route: 'GET /api/things/:id',
      err: { kind: 'TypeError' },
    });
    expect(line.err.stack[0]).toContain('border.test.ts');
    expect(logged.join()).not.toMatch(/13800001234|secret-elder/);
  });

  it.each([
    ['no connection', Object.assign(new Error('x'), { name: 'MongoServerSelectionError' })],
    ['the time limit', Object.assign(new Error('x'), { name: 'MongoServerError', code: 50 })],
  ])('is busy, and says when to try again, on %s', async (_, error) => {
    act = () => {
      throw error;
    };
    const answer = await ask('GET', '/api/things/x', { token: family });
    expect(answer).toMatchObject({ status: 503, json: { code: 'busy' }, headers: { 'retry-after': '3' } });
  });

  it('logs one line per request with route, status and role, and no value of the URL', async () => {
    await ask('GET', '/api/things/secret-elder?limit=3', { token: family });
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0]!)).toMatchObject({ route: 'GET /api/things/:id', status: 200, role: 'family' });
    expect(logged[0]).not.toContain('secret-elder');
  });

  it('replaces a request id that is not one', async () => {
    const answer = await ask('GET', '/api/mine', { token: family, headers: { 'x-request-id': 'a b<script>' } });
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });

  it('forbids caching and foreign scripts', async () => {
    const { headers } = await ask('GET', '/api/mine', { token: family });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });
});

describe('beside the API', () => {
  it('is alive without a database, but not ready', async () => {
    expect((await ask('GET', '/readyz')).status).toBe(200);
    databaseAnswers = false;
    expect((await ask('GET', '/healthz')).status).toBe(200);
    expect(await ask('GET', '/readyz')).toMatchObject({
      status: 503,
      json: { words: expect.stringContaining('数据库') },
    });
  });

  it('serves the document and a page whose assets are all local', async () => {
    expect((await ask('GET', '/api/openapi.json')).json).toEqual({ openapi: '3.1.0' });
    const { text } = await ask('GET', '/api/docs');
    const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(assets.length).toBeGreaterThan(2);
    for (const url of assets) expect(await ask('GET', url)).toMatchObject({ status: 200 });
    expect(text).not.toMatch(/https?:|<script>[^<]/);
  });

  it('says what to do when the web build is missing', async () => {
    expect((await ask('GET', '/')).text).toContain('网页还没有构建');
    expect((await ask('GET', '/js/app.js')).status).toBe(404);
  });
});
