import { maskPhone } from '@wubian/shared/masks.ts';
import type { ChannelName } from '../door.ts';
import { type Channel, ChannelRefused, channelLabels, markedTitle } from './channel.ts';

/**
 * Speaks on the terminal in place of a channel that this machine has no account for, so that a demo shows every
 * message: `【短信】→ 刘芳 138****1002：【演练】…`. Counts as sent. A number is needed where a number would be rung.
 */
export const consoleChannel = (name: ChannelName, say: (line: string) => void): Channel => ({
  name,
  async send(outgoing) {
    const { to, body, code } = outgoing;
    const needsPhone = name === 'sms' || name === 'voice';
    if (needsPhone && !to.phone) throw new ChannelRefused('badAddress', 'noPhone');
    const who = [to.name, needsPhone && to.phone ? maskPhone(to.phone) : ''].filter(Boolean).join(' ');
    const answer = code && name === 'sms' ? `（应答码 ${code}）` : name === 'voice' ? '（按 1 表示我去）' : '';
    say(`【${channelLabels[name]}】→ ${who}：${markedTitle(outgoing)}${body && `，${body}`}${answer}`);
    return { providerId: null };
  },
});
