import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ask, calls, family, ports, sessions, worker } from '../support/small-border.ts';

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
      const sent = request(
        { port: ports.strict, host: '127.0.0.1', method: 'POST', path: '/api/things/x', headers },
        (response) => {
          response.resume();
          resolve(response.statusCode!);
        },
      );
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
