import type { Clock } from '../../clock.ts';
import { askJson } from './ask-json.ts';
import { ChannelRefused } from './channel.ts';

export interface WechatAccess {
  appid: string;
  secret: string;
  /** Root of the API; tests point it at a stand-in. */
  base: string;
}

export interface WechatToken {
  /** The access token; `bad` is one that was just refused. Asked for once, however many callers wait. */
  get(signal: AbortSignal, bad?: string): Promise<string>;
}

/** Renewed this long before it ends, or a tenth of its life if that is shorter. */
const EARLY_SECONDS = 300;

/**
 * The access token by `stable_token`, which gives every process the same one. After a refusal the stable token is asked
 * for again, since another process may have renewed it; only when it is still the refused one is a new one forced
 * (WeChat allows 20 of those a day).
 */
export function createWechatToken({ appid, secret, base }: WechatAccess, clock: Clock): WechatToken {
  let kept: { token: string; until: number } | null = null;
  let flight: Promise<string> | null = null;

  async function ask(signal: AbortSignal, force: boolean): Promise<string> {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: force };
    const answer = await askJson(new URL('/cgi-bin/stable_token', base), body, signal);
    const { access_token: token, expires_in: seconds, errcode } = answer;
    if (typeof token !== 'string' || typeof seconds !== 'number') {
      const busy = errcode === -1 || errcode === 45009 || errcode === 45011;
      throw new ChannelRefused(busy ? 'temporary' : 'permanent', `token ${String(errcode ?? 'missing')}`);
    }
    kept = { token, until: clock().getTime() + (seconds - Math.min(EARLY_SECONDS, seconds / 10)) * 1000 };
    return token;
  }

  async function renew(signal: AbortSignal, bad: string | undefined): Promise<string> {
    const token = await ask(signal, false);
    return token === bad ? ask(signal, true) : token;
  }

  return {
    async get(signal, bad) {
      if (kept && kept.token !== bad && kept.until > clock().getTime()) return kept.token;
      flight ??= renew(signal, bad).finally(() => {
        flight = null;
      });
      return flight;
    },
  };
}
