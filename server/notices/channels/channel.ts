import type { ChannelName, MessageKind, Recipient } from '../door.ts';

/** One message as a channel gets it, open. */
export interface Outgoing {
  /** `${message id}:${channel}` */
  id: string;
  messageId: string;
  /** At most 15 bytes, tells nothing: comes back in the provider's receipt. */
  outId: string;
  streetId: string;
  kind: MessageKind;
  incidentId: string | null;
  to: Recipient;
  title: string;
  body: string;
  code: string | null;
  at: Date;
}

/**
 * Why a channel did not take a message. `temporary` is tried again after a while; every other kind goes to the next
 * channel at once, because waiting would not mend it soon enough.
 */
export type RefusedKind = 'noConsent' | 'quota' | 'badAddress' | 'temporary' | 'permanent';

/** A channel said no. Carries the provider's code and nothing personal: it is stored, shown and logged. */
export class ChannelRefused extends Error {
  readonly kind: RefusedKind;
  readonly code: string;

  constructor(kind: RefusedKind, code: string) {
    super(`channel refused: ${kind} ${code}`);
    this.name = 'ChannelRefused';
    this.kind = kind;
    this.code = code;
  }
}

/** So many messages within a window that ends now. */
export interface Quota {
  max: number;
  seconds: number;
}

/** One way out of the house. */
export interface Channel {
  name: ChannelName;
  /** Throws `ChannelRefused`; resolves when the provider has taken the message. */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<{ providerId: string | null }>;
  /** What the provider allows to one number or robot; counted by us before it is asked, failures too. */
  quotas?: readonly Quota[];
  /** What the quotas are counted for, e.g. the phone; null refuses as a bad address. */
  addressOf?(outgoing: Outgoing): string | null;
  /**
   * Joins messages that wait for this channel at the same time into one. Gives what to send and how many of them, from
   * the first, it holds. A channel that can do so waits for its quota instead of refusing.
   */
  bundle?(waiting: readonly Outgoing[]): { joined: Outgoing; taken: number };
}

/** The longest that one send may take; every client keeps its own time-outs below it. */
export const SEND_DEADLINE_MS = 10_000;

export const kindLabels: Record<MessageKind, string> = {
  alarm: '紧急',
  drill: '演练',
  rollCall: '点名',
  duty: '值班',
  reminder: '提醒',
};

/** The title with what kind of message it is before it, unless it says so itself. */
export const markedTitle = ({ kind, title }: Pick<Outgoing, 'kind' | 'title'>): string => {
  const mark = `【${kindLabels[kind]}】`;
  return title.startsWith(mark) ? title : mark + title;
};

export const channelLabels: Record<ChannelName, string> = {
  app: '应用内',
  wechat: '微信',
  sms: '短信',
  voice: '电话',
  wecom: '企业微信',
  console: '终端',
};
