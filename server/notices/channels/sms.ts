import type { MessageKind } from '../door.ts';
import type { AliyunCall } from './aliyun.ts';
import { type Channel, ChannelRefused } from './channel.ts';

export interface SmsOptions {
  call: AliyunCall;
  signName: string;
  /** Approved templates with at most the one parameter `code`. */
  templates: Readonly<Partial<Record<MessageKind, string>>>;
}

/** What stands in the link for somebody who answers in the app and has no code of her own. */
const NO_CODE = 'app';
const DAY = 86_400;

/**
 * Text messages through Aliyun (dysmsapi 2017-05-25). The text is the approved template's; the answer code is all that
 * we add: no name, no illness, no address.
 */
export const smsChannel = ({ call, signName, templates }: SmsOptions): Channel => ({
  name: 'sms',
  // Notices: at most 50 a day for one signature, template and number.
  quotas: [{ max: 50, seconds: DAY }],
  addressOf: ({ to }) => to.phone,
  async send({ to, kind, code, outId }) {
    const template = templates[kind];
    if (!template) throw new ChannelRefused('permanent', 'noTemplate');
    if (!to.phone) throw new ChannelRefused('badAddress', 'noPhone');
    const { BizId } = await call('SendSms', {
      PhoneNumbers: to.phone,
      SignName: signName,
      TemplateCode: template,
      TemplateParam: JSON.stringify({ code: code ?? NO_CODE }),
      OutId: outId,
    });
    return { providerId: typeof BizId === 'string' ? BizId : null };
  },
});
