import { Refusal } from '@wubian/shared/refusals.ts';
import type { Logger } from '../log.ts';

const timeoutMs = 5_000;

/** Carries a one-time code to a phone. */
export interface CodeSender {
  /** Throws `too_many_tries` when the provider's quota for the number is used up, else `code_not_sent`. */
  send(phone: string, code: string): Promise<void>;
}

export interface SmsConfig {
  accessKeyId: string;
  accessKeySecret: string;
  signName: string;
  /** A template with the one parameter `code`. */
  templateCode: string;
  /** Host of the provider; `http://host:port` reaches a stand-in without TLS. */
  endpoint: string;
}

/** The provider said no; carries its code and no number. */
class SmsRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`sms refused: ${code}`);
    this.name = 'SmsRefused';
    this.code = code;
  }
}

const tooOften = /BUSINESS_LIMIT_CONTROL|DAY_LIMIT_CONTROL/;

/** Sends codes through Aliyun's SMS service by its own SDK (dysmsapi, 2017-05-25), loaded when first used. */
export function createAliyunSender(config: SmsConfig, log: Logger): CodeSender {
  const plain = config.endpoint.startsWith('http://');

  async function load() {
    const [{ default: sdk, SendSmsRequest }, { Config }] = await Promise.all([
      import('@alicloud/dysmsapi20170525'),
      import('@alicloud/openapi-client'),
    ]);
    // A CommonJS package: its class is the default export of the default export under Node's own loader.
    const Client = 'default' in sdk ? (sdk.default as typeof sdk) : sdk;
    const client = new Client(
      new Config({
        accessKeyId: config.accessKeyId,
        accessKeySecret: config.accessKeySecret,
        endpoint: config.endpoint.replace(/^https?:\/\//, ''),
        protocol: plain ? 'HTTP' : 'HTTPS',
        connectTimeout: timeoutMs,
        readTimeout: timeoutMs,
      }),
    );
    return { client, SendSmsRequest };
  }
  let loaded: ReturnType<typeof load> | undefined;

  return {
    async send(phone, code) {
      try {
        loaded ??= load();
        const { client, SendSmsRequest } = await loaded;
        const { body } = await client.sendSms(
          new SendSmsRequest({
            phoneNumbers: phone,
            signName: config.signName,
            templateCode: config.templateCode,
            templateParam: JSON.stringify({ code }),
          }),
        );
        if (body?.code !== 'OK') throw new SmsRefused(body?.code ?? 'no code');
      } catch (error) {
        const { name, code } = error as { name?: string; code?: string };
        // The provider's message may quote the number: only its code is written down.
        log.error({ api: 'SendSms', kind: name, errorCode: code }, 'sms not sent');
        throw new Refusal(tooOften.test(code ?? '') ? 'too_many_tries' : 'code_not_sent');
      }
    },
  };
}
