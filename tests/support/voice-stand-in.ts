import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../server/clock.ts';
import { isSigned } from './aliyun-signature.ts';

export interface MadeCall {
  phone: string;
  start: string;
  outId: string;
  callId: string;
}

export interface VoiceStandIn {
  endpoint: string;
  showNumber: string;
  codes: { alarm: string; drill: string; accepted: string };
  /** Calls that were made, oldest first. */
  calls: MadeCall[];
  /** Every request, for what must not be in it. */
  requests: string[];
  /** Answers the next calls with these codes; `hangUp` breaks the connection, `5xx` fails with 503. */
  failNext(...hows: string[]): void;
  /** What is pushed at the end of a call: 200000 heard, 200003 not answered, …; `dtmf` the keys pressed. */
  receipt(call: MadeCall, status: string, dtmf?: string): object;
  close(): void;
}

/**
 * Stands in for Aliyun's dyvmsapi over real HTTP: IvrCall of version 2017-05-25, the request's signature, the bought
 * number, the menu, an OutId of 15 bytes, the quota of one called number (1 a minute, 5 an hour, 20 a day, failed calls
 * too) and receipts.
 */
export async function voiceStandIn(
  now: Clock,
  account: { accessKeyId: string; accessKeySecret: string },
): Promise<VoiceStandIn> {
  const showNumber = '02200000000';
  const codes = { alarm: 'TTS_100000001', drill: 'TTS_100000002', accepted: 'TTS_100000003' };
  const calls: MadeCall[] = [];
  const tries: { phone: string; at: number }[] = [];
  const requests: string[] = [];
  const next: string[] = [];

  function isOverQuota(phone: string): boolean {
    const since = (ms: number) => tries.filter((one) => one.phone === phone && one.at > now().getTime() - ms).length;
    return since(60_000) >= 1 || since(3_600_000) >= 5 || since(86_400_000) >= 20;
  }

  function ivrCall(query: URLSearchParams, callId: string, how: string | undefined): string {
    const phone = query.get('CalledNumber') ?? '';
    const start = query.get('StartCode') ?? '';
    if (query.get('CalledShowNumber') !== showNumber) return 'isv.CALLED_SHOW_NUMBER_ILLEGAL';
    if (![codes.alarm, codes.drill].includes(start)) return 'isv.TTS_TEMPLATE_ILLEGAL';
    if (query.get('MenuKeyMap.1.Key') !== '1' || query.get('MenuKeyMap.1.Code') !== codes.accepted) {
      return 'isv.INVALID_PARAMETERS';
    }
    const outId = query.get('OutId') ?? '';
    if (Buffer.byteLength(outId) > 15) return 'isv.INVALID_PARAMETERS';
    if (!/^1\d{10}$/.test(phone)) return 'isv.MOBILE_NUMBER_ILLEGAL';
    if (isOverQuota(phone)) return 'isv.BUSINESS_LIMIT_CONTROL';
    tries.push({ phone, at: now().getTime() });
    if (how) return how;
    calls.push({ phone, start, outId, callId });
    return 'OK';
  }

  const server = createServer(async (request, response): Promise<unknown> => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const how = next.shift();
    requests.push(decodeURIComponent(`${request.url} ${body}`));
    if (how === 'hangUp') return request.socket.destroy();
    const query = new URL(request.url!, 'http://stand-in').searchParams;
    const callId = `${calls.length + 1}^${randomUUID()}`;
    const answer = (status: number, Code: string) => {
      response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' });
      response.end(JSON.stringify({ Code, Message: Code, RequestId: randomUUID(), CallId: callId }));
    };
    const { 'x-acs-action': action, 'x-acs-version': version } = request.headers;
    if (action !== 'IvrCall' || version !== '2017-05-25') return answer(404, 'InvalidAction.NotFound');
    if (!isSigned(request, query, body, account.accessKeyId, account.accessKeySecret)) {
      return answer(400, 'SignatureDoesNotMatch');
    }
    if (how === '5xx') return answer(503, 'ServiceUnavailable');
    return answer(200, ivrCall(query, callId, how));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    showNumber,
    codes,
    calls,
    requests,
    failNext: (...hows) => void next.push(...hows),
    receipt: ({ phone, outId, callId }, status, dtmf) => ({
      ...{ call_id: callId, out_id: outId, status_code: status, status_msg: '', callee: phone, caller: showNumber },
      ...{ start_time: '2026-05-06 09:00:00', end_time: '2026-05-06 09:00:20', duration: '20', toll_type: 'DOMESTIC' },
      ...(dtmf !== undefined && { dtmf }),
    }),
    close: () => server.close().closeAllConnections(),
  };
}
