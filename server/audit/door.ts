import type { AuditGroup, AuditOutcome } from '@wubian/shared/office/audit-acts.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { Caller } from '../actor.ts';
import type { About } from '../handler.ts';

/** A call as the border knows it before its handler runs. */
export interface AuditedCall {
  /** `room.endpoint`. */
  act: string;
  caller: Caller | null;
  /** As checked by the contract: its ids and its `reason` are taken. */
  input: unknown;
  requestId: string;
}

/** The entry of one call while the call runs. */
export interface CallAudit {
  about(more: About): void;
  /** Begins to write that the call has begun; a stranger's call begins only if she signs in by it. */
  begin(): void;
  /**
   * Tells how it ended ('done' or the refusal's code). Resolves when the entry outlives a crash; rejects when the
   * database did not take it, and then nothing of the call may be answered. Does nothing for a call that leaves no entry.
   */
  end(outcome: string): Promise<void>;
}

/** What the border needs of the audit. */
export interface BorderAudit {
  ofCall(call: AuditedCall): CallAudit;
}

/** Something done by a rule or a command, not by a person's call. */
export interface RuleAct {
  streetId: string;
  /** `room.rule`, e.g. `registry.returnFromHospital`. */
  act: string;
  /** In a few Chinese words, nothing personal. */
  what: string;
  elderIds?: readonly string[];
  /** Sealed. */
  reason?: string;
  ids?: Readonly<Record<string, string>>;
}

/** One entry as it is read; names of people and elders are the reader's to find. */
export interface AuditRow {
  seq: number;
  at: Date;
  by: 'person' | 'rule';
  accountId: string | null;
  role: Role | null;
  act: string;
  group: AuditGroup;
  elderIds: readonly string[];
  what: string;
  /** Opened: whoever answers with it says so by `call.about({ reveal: true })`. */
  reason: string | null;
  /** As stored: 'done', 'unknown' or the code of a refusal. */
  outcome: string;
}

export interface AuditPage {
  items: AuditRow[];
  next: string | null;
}

export interface AuditFilter {
  /** From this instant on. */
  from?: Date | undefined;
  /** Before this instant. */
  before?: Date | undefined;
  accountId?: string | undefined;
  elderId?: string | undefined;
  group?: AuditGroup | undefined;
  outcome?: AuditOutcome | undefined;
}

export interface PageWanted {
  limit: number;
  cursor?: string | undefined;
}

/** What the audit offers to the other rooms. */
export interface AuditDoor {
  /** Writes what a rule has done; resolves when the entry outlives a crash. */
  append(act: RuleAct): Promise<void>;
  /** Who has been shown raw data of this elder, newest first; attempts that were refused showed nothing. */
  revealsOf(streetId: string, elderId: string, page: PageWanted): Promise<AuditPage>;
  /** A street's entries, newest first. Throws `bad_input` for a cursor that is not the house's. */
  search(streetId: string, filter: AuditFilter, page: PageWanted): Promise<AuditPage>;
}
