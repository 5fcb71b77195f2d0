import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Live } from '../../live/door.ts';
import type { WechatTemplate } from '../../wechat-templates.ts';
import type { ChannelName, MessageKind, NoticeToTell } from '../door.ts';
import { createAliyunCall } from './aliyun.ts';
import { appChannel } from './app.ts';
import type { Channel } from './channel.ts';
import { consoleChannel } from './console.ts';
import { smsChannel } from './sms.ts';
import { voiceChannel } from './voice.ts';
import { type WechatLedger, wechatChannel } from './wechat.ts';
import { createWechatToken } from './wechat-token.ts';
import { wecomChannel } from './wecom.ts';

export type Templates = Readonly<Partial<Record<MessageKind, WechatTemplate>>>;

/** The part of the configuration that says which accounts this house has. */
export type ChannelConfig = Pick<
  Config,
  'production' | 'wechat' | 'wechatTemplates' | 'sms' | 'smsMessages' | 'voice' | 'wecom'
>;

export interface ChannelParts {
  config: ChannelConfig;
  tell: (notices: readonly NoticeToTell[]) => Promise<void>;
  live: Live;
  ledger: WechatLedger;
  /** Writes a line to the terminal. */
  say: (line: string) => void;
  clock: Clock;
}

/** All kinds on these templates: notices other than alarms and drills share one. */
const byKind = ({ alarm, drill, notice }: { alarm: string; drill: string | null; notice: string | null }) => ({
  alarm,
  ...(drill && { drill }),
  ...(notice && { rollCall: notice, duty: notice, reminder: notice }),
});

/**
 * The channels that this house has. Outside production a channel without an account is played on the terminal; in
 * production it is missing, and its messages go to the next channel.
 */
export function openChannels(parts: ChannelParts): ReadonlyMap<ChannelName, Channel> {
  const { config, tell, live, ledger, say, clock } = parts;
  const { wechat, wechatTemplates: templates, sms, smsMessages, voice, wecom } = config;
  const real: Channel[] = [appChannel(tell, live)];
  if (wechat && Object.keys(templates).length) {
    real.push(wechatChannel({ base: wechat.base, token: createWechatToken(wechat, clock), templates, ledger }));
  }
  if (sms && smsMessages) {
    const call = createAliyunCall(sms, '2017-05-25');
    real.push(smsChannel({ call, signName: sms.signName, templates: byKind(smsMessages) }));
  }
  if (voice) {
    const call = createAliyunCall(voice, '2017-05-25');
    real.push(voiceChannel({ call, ...voice, starts: byKind({ ...voice, notice: null }) }));
  }
  if (wecom) real.push(wecomChannel(wecom));

  const channels = new Map(real.map((channel) => [channel.name, channel]));
  if (!config.production) {
    for (const name of ['wechat', 'sms', 'voice', 'wecom', 'console'] as const) {
      if (!channels.has(name)) channels.set(name, consoleChannel(name, say));
    }
  }
  return channels;
}
