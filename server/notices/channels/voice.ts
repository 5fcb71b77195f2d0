import type { MessageKind } from '../door.ts';
import type { AliyunCall } from './aliyun.ts';
import { type Channel, ChannelRefused } from './channel.ts';

export interface VoiceOptions {
  call: AliyunCall;
  /** The number that rings, bought from the provider. */
  showNumber: string;
  /** Speech or recording by kind: "… press 1 if you are going". */
  starts: Readonly<Partial<Record<MessageKind, string>>>;
  /** What is said after a 1 was pressed. */
  accepted: string;
}

/**
 * Calls through Aliyun (dyvmsapi 2017-05-25, IvrCall): the key pressed comes back in the receipt, 1 means "I am going".
 * Single calls, not call tasks: those are barred at noon and at night.
 */
export const voiceChannel = ({ call, showNumber, starts, accepted }: VoiceOptions): Channel => ({
  name: 'voice',
  // Per called number, failed calls too. Beyond it other people are rung, not this number.
  quotas: [
    { max: 1, seconds: 60 },
    { max: 5, seconds: 3_600 },
    { max: 20, seconds: 86_400 },
  ],
  addressOf: ({ to }) => to.phone,
  async send({ to, kind, outId }) {
    const start = starts[kind];
    if (!start) throw new ChannelRefused('permanent', 'noTemplate');
    if (!to.phone) throw new ChannelRefused('badAddress', 'noPhone');
    const { CallId } = await call('IvrCall', {
      CalledShowNumber: showNumber,
      CalledNumber: to.phone,
      StartCode: start,
      'MenuKeyMap.1.Key': '1',
      'MenuKeyMap.1.Code': accepted,
      PlayTimes: '3',
      Timeout: '5000',
      OutId: outId,
    });
    return { providerId: typeof CallId === 'string' ? CallId : null };
  },
});
