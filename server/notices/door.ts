import type { Role } from '@wubian/shared/roles.ts';

/** One message to one person in one role. `id` is made from its cause, so telling twice is telling once. */
export interface NoticeToTell {
  id: string;
  streetId: string;
  accountId: string;
  role: Role;
  title: string;
  body: string;
  at: Date;
  urgent: boolean;
  taskId: string | null;
  grantId: string | null;
  /** The alarm that it leads to. */
  incidentId?: string | null;
}

/** Notices by what they lead to, or by how their ids begin. */
export interface NoticesAbout {
  taskIds?: readonly string[];
  grantIds?: readonly string[];
  prefixes?: readonly string[];
  /** A full name: notices that tell it and lead to nothing. */
  naming?: string;
}

/** A way by which a message leaves the house; `console` speaks on the terminal of a machine without accounts. */
export type ChannelName = 'app' | 'wechat' | 'sms' | 'voice' | 'wecom' | 'console';

/** What a message is about, in the order in which the sender takes them. */
export const messageKinds = ['alarm', 'drill', 'rollCall', 'duty', 'reminder'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Whom a message is for: an account in a role, or only a number (a key-holder without an account). */
export interface Recipient {
  accountId: string | null;
  role: Role | null;
  name: string;
  /** Digits. */
  phone: string | null;
}

/** One message to one person, over several channels. */
export interface MessageToSend {
  /** Made from its cause; sending twice is sending once. At most 100 characters. */
  id: string;
  streetId: string;
  kind: MessageKind;
  incidentId: string | null;
  /** Whom it is about (elder id): one flooding house does not delay another. */
  house: string;
  to: Recipient;
  /** Tried in parallel. */
  channels: readonly ChannelName[];
  /** Tried in order, within the same second, while no channel of `channels` outside the app took it. */
  otherwise: readonly ChannelName[];
  /** In-app, console, WeCom, WeChat; no phone, door or illness. */
  title: string;
  body: string;
  /** Answer code of eight letters for the link in a text message; stored as a keyed hash once it is sent. */
  code: string | null;
  at: Date;
}

/** One message on one channel. Each fact stands for itself: sent is not delivered, seen or accepted. */
export interface Delivery {
  /** `${message id}:${channel}` */
  id: string;
  channel: ChannelName;
  kind: MessageKind;
  to: Pick<Recipient, 'accountId' | 'role' | 'name'>;
  queuedAt: Date;
  /** The provider took it. */
  sentAt: Date | null;
  /** The provider says that it arrived. */
  deliveredAt: Date | null;
  seenAt: Date | null;
  acceptedAt: Date | null;
  /** `words` are Chinese, for a screen; `code` is the provider's. */
  failed: { code: string; words: string; at: Date } | null;
}

/** Who saw or accepted: an account, or whoever holds an answer code. */
export type Whom = { accountId: string } | { code: string };

/** What an answer code leads to. */
export interface CodeHolder {
  streetId: string;
  incidentId: string | null;
  to: Recipient;
  at: Date;
  /** True a day after it was queued: the page may still be read, but no longer answered. */
  expired: boolean;
}

/** The ways that exist to reach a person now. */
export interface Reach {
  /** Seen in the app within the last 30 days. */
  app: boolean;
  /** Her openid is known and an alarm consent is left. */
  wechat: boolean;
  sms: boolean;
  voice: boolean;
}

/** Called when a person accepted by pressing 1 in a call. Safe to call again: receipts come more than once. */
export type OnAccept = (streetId: string, incidentId: string, to: Recipient, at: Date) => Promise<void>;

/** How many ways are independent of each other: the app or WeChat is one, the telephone another. */
export const independentWays = ({ app, wechat, sms, voice }: Reach): number =>
  Number(app || wechat) + Number(sms || voice);

export interface NoticesDoor {
  /** Stores the notices that are not there yet. Bodies carry no phone, door or illness. */
  tell(notices: readonly NoticeToTell[]): Promise<void>;
  /** Removes what was told about a person who is erased. */
  forget(streetId: string, about: NoticesAbout): Promise<void>;
  /** Stores messages for the sender; what is stored already stays as it is. Durable when it resolves. */
  send(messages: readonly MessageToSend[]): Promise<void>;
  /** Every message of an incident on every channel, oldest first. */
  deliveries(streetId: string, incidentId: string): Promise<Delivery[]>;
  /** The incidents of which a message went to this account since then; at most 50, the newest first. */
  incidentsOf(streetId: string, accountId: string, since: Date): Promise<string[]>;
  /** Her messages of this incident were seen; the first time counts. */
  seen(streetId: string, incidentId: string, whom: Whom, at: Date): Promise<void>;
  /** She took the incident on; the first time counts. */
  accepted(streetId: string, incidentId: string, whom: Whom, at: Date): Promise<void>;
  /** Whose answer code this is; null when there is none. */
  byCode(code: string): Promise<CodeHolder | null>;
  /** The ways to reach these people now; an unknown account has none. */
  reach(streetId: string, accountIds: readonly string[]): Promise<Map<string, Reach>>;
}
