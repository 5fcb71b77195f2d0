import { Refusal } from '@wubian/shared/refusals.ts';
import * as z from 'zod';
import type { Logger } from '../log.ts';

const timeoutMs = 5_000;

/** What `code2session` answers, as far as it is used. The session_key is left where it is: it must never travel on. */
const Answer = z.object({ errcode: z.number().optional(), openid: z.string().min(1).optional() });

/** Error codes that a new `wx.login` code may mend, and what they mean. */
const refused: Record<number, string> = {
  40029: 'invalid code',
  40163: 'code been used',
  40226: 'high-risk user, sign-in blocked',
};
const tooOften = new Set([45011, 45009]);
/** Codes that mean the house is configured wrongly: for the log. */
const misconfigured: Record<number, string> = {
  40013: 'invalid appid',
  40125: 'invalid appsecret',
  40164: 'ip not allowed',
};

export interface Wechat {
  /**
   * The openid behind a one-time code of `wx.login`. Throws `wechat_code_refused`, `too_many_tries`, or
   * `wechat_unavailable` when WeChat is busy, out of reach, or refuses our configuration.
   */
  openidOf(code: string): Promise<string>;
}

export interface WechatConfig {
  appid: string;
  secret: string;
  /** Root of the API; tests point it at a stand-in. */
  base: string;
}

/** The client of WeChat's server API. Neither the URL nor the secret it holds ever reaches a log or an error. */
export function createWechat({ appid, secret, base }: WechatConfig, log: Logger): Wechat {
  const unavailable = (errcode: number | string, meaning: string): Refusal => {
    log.error({ api: 'jscode2session', errcode, meaning }, 'wechat refused or out of reach');
    return new Refusal('wechat_unavailable');
  };

  async function ask(code: string): Promise<z.output<typeof Answer>> {
    const url = new URL('/sns/jscode2session', base);
    url.search = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' }).toString();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) throw unavailable(`HTTP ${response.status}`, 'no answer');
      return Answer.parse(await response.json());
    } catch (error) {
      throw error instanceof Refusal ? error : unavailable('network', (error as Error).name);
    }
  }

  return {
    async openidOf(code) {
      const { errcode = 0, openid } = await ask(code);
      if (openid) return openid;
      if (refused[errcode]) throw new Refusal('wechat_code_refused');
      if (tooOften.has(errcode)) throw new Refusal('too_many_tries', { data: { retryAfterSeconds: 60 } });
      throw unavailable(errcode, misconfigured[errcode] ?? (errcode === -1 ? 'system busy' : 'unknown'));
    },
  };
}
