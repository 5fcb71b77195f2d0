import type { AuditGroup } from '@wubian/shared/office/audit-acts.ts';
import type { Role } from '@wubian/shared/roles.ts';

/** What is known of one act before it has its place in a chain. */
export interface Draft {
  streetId: string;
  /** One per call; no chain holds it twice. */
  callId: string;
  /** When the act began. */
  at: Date;
  /** A person, or the program by its rules. */
  by: 'person' | 'rule';
  accountId: string | null;
  role: Role | null;
  /** `room.endpoint`, or `room.rule` for what the program does by itself. */
  act: string;
  group: AuditGroup;
  /** Ids that the call named, by the name of the field. */
  ids: Record<string, string>;
  elderIds: string[];
  /** A few words without anything personal; '' when nothing was said. */
  what: string;
  /** Sealed under the call's id; null when none was given. */
  reason: string | null;
  /** 'done', the code of a refusal, or 'unknown'. */
  outcome: string;
  requestId: string | null;
}

/** One link of a street's chain. */
export interface Entry extends Draft {
  _id: string;
  /** 1, 2, 3 … without a hole. */
  seq: number;
  /** `hash` of the entry before; '' for the first. */
  prev: string;
  hash: string;
}

/** Where a chain ends. */
export interface Tail {
  seq: number;
  hash: string;
}

/** The chain's last place, signed, so that entries cannot be cut off its end. */
export interface Head extends Tail {
  _id: string;
  streetId: string;
  mac: string;
}

/** The chain of those who act in no street: visitors who have no role yet. */
export const HOUSE = 'house';

/** Where the reason of an entry is sealed for. */
export const reasonPlace = (callId: string) => ({ collection: 'audit', field: 'reason', id: callId });
