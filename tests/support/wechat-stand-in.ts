import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../server/clock.ts';

const codeLivesMs = 5 * 60_000;
const perUserPerMinute = 100;
const tokenLivesMs = 7_200_000;

/** The documented limits of a value by the kind of its parameter. */
const fits = (name: string, value: string): boolean => {
  const length = [...value].length;
  if (length === 0) return false;
  if (name.startsWith('thing')) return length <= 20;
  if (name.startsWith('phrase')) return length <= 5 && /^\p{Script=Han}+$/u.test(value);
  if (name.startsWith('time')) return /^(\d+年\d+月\d+日 )?\d{2}:\d{2}$/.test(value);
  return length <= 32;
};

export interface WechatStandIn {
  base: string;
  appid: string;
  secret: string;
  /** What `wx.login` gives this user: good for five minutes, once. */
  loginCode(openid: string): string;
  /** The session_key that the platform gives for this user: it must never be seen again. */
  sessionKeyOf(openid: string): string;
  /** She taps "allow" once more for this template. */
  consent(openid: string, templateId: string): void;
  /** Subscribe messages that went out, oldest first. */
  messages: { openid: string; templateId: string; page: string; data: Record<string, { value: string }> }[];
  /** How often each path was called. */
  calls: Record<string, number>;
  /** No access token is good any more. */
  dropTokens(): void;
  /** Answers the next calls with these errors, or breaks the connection. */
  failNext(...hows: (number | 'html' | 'hangUp')[]): void;
  close(): void;
}

const errors: Record<number, string> = {
  [-1]: 'system error',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40037: 'invalid template_id',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  47003: 'argument invalid',
  45011: 'api minute-quota reach limit mustslower',
};
const failure = (errcode: number) => ({ errcode, errmsg: errors[errcode] ?? 'error' });

/**
 * Stands in for api.weixin.qq.com over real HTTP, with the documented rules of code2session: one-time codes of five
 * minutes (40029, then 40163), 100 calls a user a minute (45011), the app's secret (40125); of stable_token, which gives
 * the same token until it ends or a new one is forced; and of subscribe messages: one consent, one message (43101), the
 * limits of template values (47003).
 */
export async function wechatStandIn(now: Clock): Promise<WechatStandIn> {
  const appid = 'wx-stand-in';
  const secret = randomBytes(16).toString('hex');
  const codes = new Map<string, { openid: string; until: number; used: boolean }>();
  const calls: { openid: string; at: number }[] = [];
  const next: (number | 'html' | 'hangUp')[] = [];
  const consents = new Map<string, number>();
  const messages: WechatStandIn['messages'] = [];
  const counted: Record<string, number> = {};
  let token: { text: string; until: number } | null = null;
  const sessionKeyOf = (openid: string) => createHash('md5').update(`${secret}${openid}`).digest('base64');

  function code2session(query: URLSearchParams): object {
    if (query.get('appid') !== appid || query.get('secret') !== secret) return failure(40125);
    const code = codes.get(query.get('js_code') ?? '');
    if (!code || query.get('grant_type') !== 'authorization_code' || code.until <= now().getTime())
      return failure(40029);
    if (code.used) return failure(40163);
    const { openid } = code;
    const at = now().getTime();
    calls.push({ openid, at });
    if (calls.filter((call) => call.openid === openid && call.at > at - 60_000).length > perUserPerMinute) {
      return failure(45011);
    }
    code.used = true;
    return { openid, session_key: sessionKeyOf(openid), unionid: `union-${openid}` };
  }

  function stableToken(body: Record<string, unknown>): object {
    if (body.appid !== appid || body.secret !== secret) return failure(40125);
    if (!token || body.force_refresh || token.until <= now().getTime()) {
      token = { text: randomBytes(24).toString('hex'), until: now().getTime() + tokenLivesMs };
    }
    return { access_token: token.text, expires_in: Math.round((token.until - now().getTime()) / 1000) };
  }

  function subscribeSend(query: URLSearchParams, body: Record<string, unknown>): object {
    if (!token || query.get('access_token') !== token.text || token.until <= now().getTime()) return failure(40001);
    const { touser, template_id: templateId, data, page } = body as Record<string, string>;
    if (!touser) return failure(40003);
    if (!/^TPL-/.test(templateId ?? '')) return failure(40037);
    const values = Object.entries(data as unknown as Record<string, { value: string }>);
    if (!values.every(([name, { value }]) => fits(name, value))) return failure(47003);
    const key = `${touser}:${templateId}`;
    const left = consents.get(key) ?? 0;
    if (left === 0) return failure(43101);
    consents.set(key, left - 1);
    messages.push({ openid: touser, templateId: templateId!, page: page ?? '', data: Object.fromEntries(values) });
    return { errcode: 0, errmsg: 'ok', msgid: messages.length };
  }

  const server = createServer(async (request, response): Promise<unknown> => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const how = next.shift();
    if (how === 'hangUp') return request.socket.destroy();
    const url = new URL(request.url!, 'http://stand-in');
    // The platform labels its JSON as text/plain.
    response.setHeader('content-type', 'text/plain');
    if (how === 'html') return response.writeHead(502).end('<html>bad gateway</html>');
    counted[url.pathname] = (counted[url.pathname] ?? 0) + 1;
    const answers: Record<string, () => object> = {
      '/sns/jscode2session': () => code2session(url.searchParams),
      '/cgi-bin/stable_token': () => stableToken(JSON.parse(text)),
      '/cgi-bin/message/subscribe/send': () => subscribeSend(url.searchParams, JSON.parse(text)),
    };
    const answer = answers[url.pathname];
    if (!answer) return response.writeHead(404).end('{}');
    return response.end(JSON.stringify(typeof how === 'number' ? failure(how) : answer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appid,
    secret,
    loginCode(openid) {
      const code = randomBytes(16).toString('hex');
      codes.set(code, { openid, until: now().getTime() + codeLivesMs, used: false });
      return code;
    },
    sessionKeyOf,
    consent: (openid, templateId) => {
      const key = `${openid}:${templateId}`;
      consents.set(key, (consents.get(key) ?? 0) + 1);
    },
    messages,
    calls: counted,
    dropTokens: () => {
      token = null;
    },
    failNext: (...hows) => void next.push(...hows),
    close: () => server.close().closeAllConnections(),
  };
}
