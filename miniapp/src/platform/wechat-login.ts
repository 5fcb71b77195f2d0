import Taro from '@tarojs/taro';
import { Unreachable } from '@wubian/shared/client.ts';
import { onWeb } from './target.ts';

/** True where WeChat can sign in: inside WeChat, not on the web page. */
export const wechatCanSignIn = !onWeb;

/** A one-time code of `wx.login` for the server (five minutes, single use). Throws Unreachable when WeChat gives none. */
export async function wechatCode(): Promise<string> {
  const { code } = await Taro.login().catch(() => ({ code: '' }));
  if (!code) throw new Unreachable('微信没有回应，请再点一次。');
  return code;
}
