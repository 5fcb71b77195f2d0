import { type ChannelName, type MessageKind, messageKinds, type Recipient } from '../door.ts';

/** One message on one channel, open in memory. */
export interface StoredMessage {
  /** `${messageId}:${channel}` */
  _id: string;
  streetId: string;
  messageId: string;
  channel: ChannelName;
  kind: MessageKind;
  /** Place of `kind` in the sender's order. */
  rank: number;
  /** How many messages about the same house waited when this one came. */
  turn: number;
  /** 0 for a channel that was named first, then one more for each that was tried instead. */
  hop: number;
  /** The house: whom it is about. */
  elderId: string;
  incidentId: string | null;
  to: Recipient;
  title: string;
  body: string;
  /** Open while a channel may still need it; after that only its keyed hash is left. */
  code: string | null;
  /** What is tried next if this and its siblings fail. */
  otherwise: readonly ChannelName[];
  /** Comes back in receipts. */
  outId: string;
  providerId: string | null;
  at: Date;
  queuedAt: Date;
  /** When the sender looks at it again: now, after a pause, or when its lease runs out; null: settled. */
  dueAt: Date | null;
  /** Fences the writes of one run. */
  token: string | null;
  /** Temporary failures so far. */
  tries: number;
  sentAt: Date | null;
  deliveredAt: Date | null;
  seenAt: Date | null;
  acceptedAt: Date | null;
  failed: { code: string; words: string; at: Date } | null;
}

export const rankOf = (kind: MessageKind): number => messageKinds.indexOf(kind);

/** The provider, or the store of the app, took it and has not taken that back. */
export const wasTaken = ({ sentAt, failed }: StoredMessage): boolean => sentAt !== null && failed === null;
/** Nobody knows yet. */
export const isOpen = ({ sentAt, failed }: StoredMessage): boolean => sentAt === null && failed === null;
