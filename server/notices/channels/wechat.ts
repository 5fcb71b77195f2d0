import type { WechatTemplate } from '../../wechat-templates.ts';
import type { MessageKind } from '../door.ts';
import { askJson } from './ask-json.ts';
import { type Channel, ChannelRefused, type Outgoing, type RefusedKind } from './channel.ts';
import { templateData } from './wechat-template.ts';
import type { WechatToken } from './wechat-token.ts';

/** What the channel must know of whoever gets the message: her openid and her consents. */
export interface WechatLedger {
  openidOf(accountId: string): Promise<string | null>;
  left(accountId: string, templateId: string): Promise<number>;
  spend(accountId: string, templateId: string): Promise<void>;
  /** WeChat says that there is none. */
  empty(accountId: string, templateId: string): Promise<void>;
}

export interface WechatOptions {
  base: string;
  token: WechatToken;
  templates: Readonly<Partial<Record<MessageKind, WechatTemplate>>>;
  ledger: WechatLedger;
}

const tokenBad = new Set([40001, 40014, 42001]);

/** errcode of `subscribe/send` → what it means to us; everything else is permanent. */
const meanings: Record<number, RefusedKind> = {
  [-1]: 'temporary',
  43101: 'noConsent',
  40003: 'badAddress',
  45009: 'quota',
};

/** Where a tap on the message leads; WeChat refuses a page that the mini-program does not have. */
export const pageFor = ({ incidentId }: Pick<Outgoing, 'incidentId'>): string =>
  incidentId ? `pages/incident/index?id=${incidentId}` : 'pages/notices/index';

/** Subscribe messages of the mini-program: one consent, one message. */
export function wechatChannel({ base, token, templates, ledger }: WechatOptions): Channel {
  async function call(body: object, signal: AbortSignal): Promise<Record<string, unknown>> {
    let bad: string | undefined;
    for (;;) {
      const access = await token.get(signal, bad);
      const url = new URL('/cgi-bin/message/subscribe/send', base);
      url.searchParams.set('access_token', access);
      const answer = await askJson(url, body, signal);
      if (bad || !tokenBad.has(answer.errcode as number)) return answer;
      bad = access;
    }
  }

  return {
    name: 'wechat',
    async send(outgoing, signal) {
      const { accountId } = outgoing.to;
      const template = templates[outgoing.kind];
      if (!template) throw new ChannelRefused('permanent', 'noTemplate');
      const openid = accountId && (await ledger.openidOf(accountId));
      if (!accountId || !openid) throw new ChannelRefused('badAddress', 'noOpenid');
      if ((await ledger.left(accountId, template.id)) === 0) throw new ChannelRefused('noConsent', 'noneLeft');
      const { errcode = 0, msgid } = await call(
        {
          touser: openid,
          template_id: template.id,
          page: pageFor(outgoing),
          data: templateData(template, outgoing),
          lang: 'zh_CN',
        },
        signal,
      );
      if (errcode === 43101) await ledger.empty(accountId, template.id);
      if (errcode !== 0) throw new ChannelRefused(meanings[errcode as number] ?? 'permanent', String(errcode));
      await ledger.spend(accountId, template.id);
      return { providerId: typeof msgid === 'number' || typeof msgid === 'string' ? String(msgid) : null };
    },
  };
}
