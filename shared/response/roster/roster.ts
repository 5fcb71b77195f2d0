import type { DayChoice, DayKind, OverrideKind, TurnLength } from './labels.ts';

/** A shift as it is planned; days and times are the street's, `to` not later than `from` means the next day. */
export interface ShiftRule {
  id: string;
  name: string;
  from: string;
  to: string;
  days: DayChoice;
  /** For the choice `weekdays`; 0 is Sunday. */
  weekdays: readonly number[];
  each: TurnLength;
  /** Any day of the first turn, YYYY-MM-DD. */
  since: string;
  /** Account ids, turn after turn; several in one are on duty together. */
  turns: readonly (readonly string[])[];
}

/** One published plan of a post. Of several that have begun, the one published last counts. */
export interface PlanVersion {
  /** Milliseconds; never before it was published, so no plan changes the past. */
  from: number;
  shifts: readonly ShiftRule[];
}

export interface Post {
  id: string;
  /** Null: the street's duty leader. */
  communityId: string | null;
  /** In the order in which they were published. */
  plans: readonly PlanVersion[];
}

interface While {
  id: string;
  postId: string;
  /** Milliseconds, from inclusive, to exclusive. */
  from: number;
  to: number;
  /** When it was decided: of two changes the later word counts. */
  at: number;
}

/** Adds, removes or replaces a person for a while; a swap that was taken is a replacement. */
export interface Override extends While {
  kind: OverrideKind;
  out: string | null;
  in: string | null;
  via: 'override' | 'swap';
}

/** Fixed shifts that replace everything decided before, for a while. */
export interface Temporary extends While {
  kind: 'temporary';
  shifts: readonly { from: number; to: number; accountIds: readonly string[] }[];
}

export type Change = Override | Temporary;

/** A person who is away from every post. */
export interface Leave {
  accountId: string;
  from: number;
  to: number;
}

/** The kind of a day, YYYY-MM-DD. */
export type KindOf = (day: string) => DayKind;

/** All that decides who is on duty. */
export interface Roster {
  posts: readonly Post[];
  changes: readonly Change[];
  /** Granted ones only. */
  leaves: readonly Leave[];
  kindOf: KindOf;
}

/** Somebody on duty at an instant. */
export interface OnDuty {
  postId: string;
  communityId: string | null;
  accountId: string;
  via: 'shift' | 'swap' | 'override' | 'temporary';
  /** Names the shift that she stands in, the same from its start to its end. */
  slot: string;
  shiftName: string;
}

/** Somebody on duty from an instant up to another, in milliseconds. */
export interface Span extends OnDuty {
  from: number;
  to: number;
}
