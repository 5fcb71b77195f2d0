import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../server/clock.ts';

export interface SmsStandIn {
  endpoint: string;
  accessKeyId: string;
  accessKeySecret: string;
  signName: string;
  templateCode: string;
  /** What went out, oldest first. */
  sent: { phone: string; code: string }[];
  /** Answers the next call with this code of the provider, or breaks the connection. */
  failNext(how: string): void;
  close(): void;
}

const hex = (text: string) => createHash('sha256').update(text).digest('hex');
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** True if the request carries the ACS3-HMAC-SHA256 signature of its own method, query, headers and body. */
function isSigned(request: IncomingMessage, query: URLSearchParams, body: string, keyId: string, key: string): boolean {
  const given = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=(\w+)$/.exec(
    request.headers.authorization ?? '',
  );
  if (!given || given[1] !== keyId || request.headers['x-acs-content-sha256'] !== hex(body)) return false;
  const names = given[2]!.split(';');
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
  const sorted = [...query].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = sorted.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const canonical = [request.method, '/', text, headers, names.join(';'), hex(body)].join('\n');
  return (
    createHmac('sha256', key)
      .update(`ACS3-HMAC-SHA256\n${hex(canonical)}`)
      .digest('hex') === given[3]
  );
}

/**
 * Stands in for Aliyun's dysmsapi over real HTTP: RPC style, version 2017-05-25, the request's signature, the approved
 * signature and template, and the quota of codes to one number: 1 a minute, 5 an hour, 10 a day.
 */
export async function smsStandIn(now: Clock): Promise<SmsStandIn> {
  const account = {
    accessKeyId: 'stand-in-key',
    accessKeySecret: randomBytes(16).toString('hex'),
    signName: '五边照护',
    templateCode: 'SMS_0000001',
  };
  const sent: { phone: string; code: string; at: number }[] = [];
  let next: string | null = null;

  const isOverQuota = (phone: string) => {
    const since = (ms: number) => sent.filter((one) => one.phone === phone && one.at > now().getTime() - ms).length;
    return since(60_000) >= 1 || since(3_600_000) >= 5 || since(86_400_000) >= 10;
  };

  function send(query: URLSearchParams): string {
    const phone = query.get('PhoneNumbers') ?? '';
    if (query.get('SignName') !== account.signName) return 'isv.SMS_SIGNATURE_ILLEGAL';
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
    const how = next;
    next = null;
    if (how === 'hangUp') return request.socket.destroy();
    const query = new URL(request.url!, 'http://stand-in').searchParams;
    const answer = (status: number, Code: string) => {
      response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' });
      response.end(JSON.stringify({ Code, Message: Code, RequestId: randomUUID(), BizId: randomUUID() }));
    };
    const { 'x-acs-action': action, 'x-acs-version': version } = request.headers;
    if (action !== 'SendSms' || version !== '2017-05-25') return answer(404, 'InvalidAction.NotFound');
    if (!isSigned(request, query, body, account.accessKeyId, account.accessKeySecret)) {
      return answer(400, 'SignatureDoesNotMatch');
    }
    return answer(200, how ?? send(query));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...account,
    sent,
    failNext: (how) => {
      next = how;
    },
    close: () => server.close().closeAllConnections(),
  };
}
