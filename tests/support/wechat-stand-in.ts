import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../server/clock.ts';

const codeLivesMs = 5 * 60_000;
const perUserPerMinute = 100;

export interface WechatStandIn {
  base: string;
  appid: string;
  secret: string;
  /** What `wx.login` gives this user: good for five minutes, once. */
  loginCode(openid: string): string;
  /** The session_key that the platform gives for this user: it must never be seen again. */
  sessionKeyOf(openid: string): string;
  /** Answers the next call with this error, or breaks the connection. */
  failNext(how: number | 'html' | 'hangUp'): void;
  close(): void;
}

const errors: Record<number, string> = {
  [-1]: 'system error',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  45011: 'api minute-quota reach limit mustslower',
};
const failure = (errcode: number) => ({ errcode, errmsg: errors[errcode] ?? 'error' });

/**
 * Stands in for api.weixin.qq.com over real HTTP, with the documented rules of code2session: one-time codes of five
 * minutes (40029, then 40163), 100 calls a user a minute (45011), the app's secret (40125).
 */
export async function wechatStandIn(now: Clock): Promise<WechatStandIn> {
  const appid = 'wx-stand-in';
  const secret = randomBytes(16).toString('hex');
  const codes = new Map<string, { openid: string; until: number; used: boolean }>();
  const calls: { openid: string; at: number }[] = [];
  let next: number | 'html' | 'hangUp' | null = null;
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

  const server = createServer((request, response): unknown => {
    const how = next;
    next = null;
    if (how === 'hangUp') return request.socket.destroy();
    const url = new URL(request.url!, 'http://stand-in');
    // The platform labels its JSON as text/plain.
    response.setHeader('content-type', 'text/plain');
    if (how === 'html') return response.writeHead(502).end('<html>bad gateway</html>');
    if (url.pathname !== '/sns/jscode2session') return response.writeHead(404).end('{}');
    return response.end(JSON.stringify(typeof how === 'number' ? failure(how) : code2session(url.searchParams)));
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
    failNext: (how) => {
      next = how;
    },
    close: () => server.close().closeAllConnections(),
  };
}
