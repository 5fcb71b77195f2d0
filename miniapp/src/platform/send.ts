import Taro from '@tarojs/taro';
import { type Send, type Sent, Unreachable } from '@wubian/shared/client.ts';
import { atMost } from './parallel.ts';
import { session } from './session.ts';
import { onWeb } from './target.ts';

declare const API_BASE: string;

const base = onWeb ? '/api' : API_BASE;
const timeoutMs = 20_000;
const inTurn = atMost(8);

/** A call for help takes no turn (WeChat leaves two requests beside our eight), and a try that hangs is made anew soon. */
const urgentTimeoutMs = 8_000;
const cannotWait = ({ method, url }: Sent): boolean => method === 'POST' && url === '/sos';

/** A gateway in front of the server that got no answer: nothing is known about the outcome. */
const gatewayOnly = (status: number, body: unknown): boolean =>
  status === 502 || status === 504 || (status === 503 && (typeof body !== 'object' || body === null));

/** Every yes of the server is a JSON object; Taro gives null for a body that broke off on the way. */
const brokeOff = (status: number, body: unknown): boolean =>
  status >= 200 && status < 300 && (typeof body !== 'object' || body === null);

async function exchange({ method, url, body }: Sent, timeout = timeoutMs): Promise<{ status: number; body: unknown }> {
  const token = session.get()?.token;
  let answer: Taro.request.SuccessCallbackResult<TaroGeneral.IAnyObject>;
  try {
    answer = await Taro.request<TaroGeneral.IAnyObject>({
      url: base + url,
      method: method as 'GET' | 'POST' | 'PUT' | 'DELETE',
      ...(body !== undefined && { data: body as TaroGeneral.IAnyObject }),
      header: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      timeout,
    });
  } catch {
    throw new Unreachable();
  }
  const { statusCode: status, data } = answer;
  if (!status || gatewayOnly(status, data) || brokeOff(status, data)) throw new Unreachable();
  return { status, body: data };
}

/** Carries one call of the typed client over Taro.request, at most eight at a time. */
export const send: Send = (sent) => (cannotWait(sent) ? exchange(sent, urgentTimeoutMs) : inTurn(() => exchange(sent)));
