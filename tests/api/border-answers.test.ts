import { Refusal } from '@wubian/shared/refusals.ts';
import { describe, expect, it } from 'vitest';
import { RawJson } from '../../server/handler.ts';
import { ask, family, logged, ports, world } from '../support/small-border.ts';

describe('answers', () => {
  it('sends what a checking writer wrote as it is', async () => {
    world.act = () => new RawJson(Buffer.from('{"id":"raw","count":2}'));
    expect((await ask('GET', '/api/things/x', { token: family })).text).toBe('{"id":"raw","count":2}');
  });

  it('never sends what the contract does not name', async () => {
    world.act = () => ({ id: 'one', count: 1, phone: '13800001234' });
    const answer = await ask('GET', '/api/things/x', { token: family });
    expect(answer).toMatchObject({ status: 500, json: { code: 'unexpected' } });
    expect(answer.text + logged.join()).not.toContain('13800001234');
  });

  it('answers a declared refusal with its words and the request id', async () => {
    world.act = () => {
      throw new Refusal('task_not_found');
    };
    const answer = await ask('GET', '/api/things/x', { token: family, headers: { 'x-request-id': 'phone-12345678' } });
    expect(answer).toMatchObject({
      status: 404,
      json: { code: 'task_not_found', words: '没有找到这条求助，或不在您的范围内。', requestId: 'phone-12345678' },
    });
  });

  it('takes an undeclared refusal for a programming error, except in production', async () => {
    world.act = () => {
      throw new Refusal('photo_limit');
    };
    expect((await ask('GET', '/api/things/x', { token: family })).json.code).toBe('unexpected');
    expect(logged.join()).toContain('UndeclaredRefusal');
    expect((await ask('GET', '/api/things/x', { token: family, port: ports.production })).json.code).toBe(
      'photo_limit',
    );
  });

  it('hides the inside of an unexpected error and logs it under the request id', async () => {
    world.act = () => {
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
    expect(line.err.stack[0]).toContain('border-answers.test.ts');
    expect(logged.join()).not.toMatch(/13800001234|secret-elder/);
  });

  it.each([
    ['no connection', Object.assign(new Error('x'), { name: 'MongoServerSelectionError' })],
    ['the time limit', Object.assign(new Error('x'), { name: 'MongoServerError', code: 50 })],
  ])('is busy, and says when to try again, on %s', async (_, error) => {
    world.act = () => {
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
    world.databaseAnswers = false;
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
