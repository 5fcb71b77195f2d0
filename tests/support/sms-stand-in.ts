import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../server/clock.ts';
import { isSigned } from './aliyun-signature.ts';

/** A text other than a sign-in code. */
export interface SentText {
  phone: string;
  template: string;
  /** The template's parameters as they came. */
  params: Record<string, string>;
  outId: string;
  bizId: string;
  /** Epoch ms. */
  at: number;
}

export interface SmsStandIn {
  endpoint: string;
  accessKeyId: string;
  accessKeySecret: string;
  signName: string;
  templateCode: string;
  /** The approved templates of notices, each with the one parameter `code`. */
  notices: { alarm: string; drill: string; notice: string };
  /** Sign-in codes that went out, oldest first. */
  sent: { phone: string; code: string }[];
  /** Notices that went out, oldest first. */
  texts: SentText[];
  /** Every body of a request, for what must not be in it. */
  requests: string[];
  /**
   * Answers the next call with this code of the provider, breaks the connection (`hangUp`), takes the text and breaks
   * it then (`hangUpAfter`), or fails with 503 (`5xx`).
   */
  failNext(...hows: string[]): void;
  /** The receipt that is pushed for a text. */
  receipt(text: SentText, arrived: boolean, code?: string): object;
  close(): void;
}

/**
 * Stands in for Aliyun's dysmsapi over real HTTP: RPC style, version 2017-05-25, the request's signature, the approved
 * signature and templates, the quota of codes to one number (1 a minute, 5 an hour, 10 a day), that of notices (50 a day
 * for one template and number), and receipts.
 */
export async function smsStandIn(now: Clock): Promise<SmsStandIn> {
  const account = {
    accessKeyId: 'stand-in-key',
    accessKeySecret: randomBytes(16).toString('hex'),
    signName: '五边照护',
    templateCode: 'SMS_0000001',
  };
  const sent: { phone: string; code: string; at: number }[] = [];
  const notices = { alarm: 'SMS_0000002', drill: 'SMS_0000003', notice: 'SMS_0000004' };
  const texts: SentText[] = [];
  const requests: string[] = [];
  const next: string[] = [];

  const isOverQuota = (phone: string) => {
    const since = (ms: number) => sent.filter((one) => one.phone === phone && one.at > now().getTime() - ms).length;
    return since(60_000) >= 1 || since(3_600_000) >= 5 || since(86_400_000) >= 10;
  };

  function sendNotice(query: URLSearchParams, phone: string, template: string, bizId: string): string {
    const { code, ...more } = JSON.parse(query.get('TemplateParam') ?? '{}');
    if (typeof code !== 'string' || code.length > 35 || Object.keys(more).length) return 'isv.TEMPLATE_PARAMS_ILLEGAL';
    const since = now().getTime() - 86_400_000;
    const today = texts.filter((one) => one.phone === phone && one.template === template && one.at > since);
    if (today.length >= 50) return 'isv.DAY_LIMIT_CONTROL';
    texts.push({ phone, template, params: { code }, outId: query.get('OutId') ?? '', bizId, at: now().getTime() });
    return 'OK';
  }

  function send(query: URLSearchParams, bizId: string): string {
    const phone = query.get('PhoneNumbers') ?? '';
    if (query.get('SignName') !== account.signName) return 'isv.SMS_SIGNATURE_ILLEGAL';
    const template = query.get('TemplateCode') ?? '';
    if (Object.values(notices).includes(template) && /^1\d{10}$/.test(phone)) {
      return sendNotice(query, phone, template, bizId);
    }
    if (query.get('TemplateCode') !== account.templateCode) return 'isv.SMS_TEMPLATE_ILLEGAL';
    if (!/^1\d{10}$/.test(phone)) return 'isv.MOBILE_NUMBER_ILLEGAL';
    const { code, ...more } = JSON.parse(query.get('TemplateParam') ?? '{}');
    if (!/^\d{4,6}$/.test(code) || Object.keys(more).length) return 'isv.TEMPLATE_PARAMS_ILLEGAL';
    if (isOverQuota(phone)) return 'isv.BUSINESS_LIMIT_CONTROL';
    sent.push({ phone, code, at: now().getTime() });
    return 'OK';
  }

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const how = next.shift();
    requests.push(decodeURIComponent(`${request.url} ${body}`));
    if (how === 'hangUp') return request.socket.destroy();
    const query = new URL(request.url!, 'http://stand-in').searchParams;
    const bizId = randomUUID();
    const answer = (status: number, Code: string) => {
      response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' });
      response.end(JSON.stringify({ Code, Message: Code, RequestId: randomUUID(), BizId: bizId }));
    };
    const { 'x-acs-action': action, 'x-acs-version': version } = request.headers;
    if (action !== 'SendSms' || version !== '2017-05-25') return answer(404, 'InvalidAction.NotFound');
    if (!isSigned(request, query, body, account.accessKeyId, account.accessKeySecret)) {
      return answer(400, 'SignatureDoesNotMatch');
    }
    if (how === '5xx') return answer(503, 'ServiceUnavailable');
    if (how === 'hangUpAfter') {
      send(query, bizId);
      return request.socket.destroy();
    }
    return answer(200, how ?? send(query, bizId));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...account,
    notices,
    sent,
    texts,
    requests,
    failNext: (...hows) => void next.push(...hows),
    receipt: ({ phone, outId, bizId }, arrived, code) => ({
      ...{ phone_number: phone, send_time: '2026-05-06 09:00:00', report_time: '2026-05-06 09:00:00' },
      ...{ success: arrived, err_code: code ?? (arrived ? 'DELIVERED' : 'UNDELIV'), err_msg: '' },
      ...{ sms_size: '1', biz_id: bizId, out_id: outId },
    }),
    close: () => server.close().closeAllConnections(),
  };
}
