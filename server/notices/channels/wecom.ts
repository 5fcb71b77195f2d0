import { askJson } from './ask-json.ts';
import { type Channel, ChannelRefused, markedTitle, type Outgoing, type RefusedKind } from './channel.ts';

/** A robot takes text of at most 2,048 bytes of UTF-8. */
const MOST_BYTES = 2_048;
const bytes = (text: string): number => Buffer.byteLength(text);

const lineOf = (outgoing: Outgoing): string => `${markedTitle(outgoing)}\n${outgoing.body}`;

/** Cut at a character so that it fits. */
function cut(text: string): string {
  if (bytes(text) <= MOST_BYTES) return text;
  let kept = '';
  for (const character of text) {
    if (bytes(kept) + bytes(character) > MOST_BYTES - bytes('…')) break;
    kept += character;
  }
  return `${kept}…`;
}

const meanings: Record<number, RefusedKind> = { [-1]: 'temporary', 45009: 'temporary', 93000: 'permanent' };

export interface WecomOptions {
  base: string;
  /** The robot's key, a secret: it is in the URL, and no URL is ever logged. */
  key: string;
}

/** The group robot of the staff room in WeCom. */
export const wecomChannel = ({ base, key }: WecomOptions): Channel => ({
  name: 'wecom',
  quotas: [{ max: 20, seconds: 60 }],
  addressOf: () => 'robot',
  bundle(waiting) {
    const lines: string[] = [];
    let taken = 0;
    for (const one of waiting) {
      const line = lineOf(one);
      // The same thing for several people is said once to the group.
      const more = lines.includes(line) ? lines : [...lines, line];
      if (taken > 0 && bytes(more.join('\n\n')) > MOST_BYTES) break;
      lines.splice(0, lines.length, ...more);
      taken++;
    }
    const [first] = waiting as [Outgoing];
    return { joined: { ...first, title: '', body: cut(lines.join('\n\n')) }, taken };
  },
  async send({ body }, signal) {
    const url = new URL('/cgi-bin/webhook/send', base);
    url.searchParams.set('key', key);
    const { errcode = 0 } = await askJson(url, { msgtype: 'text', text: { content: body } }, signal);
    if (errcode !== 0) throw new ChannelRefused(meanings[errcode as number] ?? 'permanent', String(errcode));
    return { providerId: null };
  },
});
