import type { OpinionGrade, OverrideKind } from '@wubian/shared/response/roster/labels.ts';
import type { ShiftRule } from '@wubian/shared/response/roster/roster.ts';
import type { leaveStates, swapStates } from '@wubian/shared/response/roster/schema.ts';

interface Whose {
  _id: string;
  streetId: string;
}

/** A plan as it was published; it is never changed. */
export interface StoredPlan {
  from: Date;
  shifts: ShiftRule[];
  by: string;
  byName: string;
  at: Date;
  /** How many holes it was published with, on an explicit yes. */
  holes: number;
}

export interface StoredPost extends Whose {
  /** Null: the street's duty leader. */
  communityId: string | null;
  name: string;
  phone: string | null;
  /** Grows with every write, so that nobody writes over what she has not read. */
  rev: number;
  draft: ShiftRule[] | null;
  plans: StoredPlan[];
}

export interface StoredChange extends Whose {
  postId: string;
  kind: OverrideKind | 'temporary';
  out: string | null;
  in: string | null;
  shifts: { from: Date; to: Date; accountIds: string[] }[];
  from: Date;
  /** Taken back, it ends then and there; what has passed stays as it was. */
  to: Date;
  reason: string;
  by: string;
  byName: string;
  at: Date;
}

export interface StoredSwap extends Whose {
  postId: string;
  communityId: string | null;
  from: Date;
  to: Date;
  by: string;
  only: string | null;
  words: string;
  state: (typeof swapStates)[number];
  takenBy: string | null;
  takenAt: Date | null;
  at: Date;
}

export interface StoredLeave extends Whose {
  accountId: string;
  communityIds: string[];
  from: Date;
  to: Date;
  /** Sealed. */
  reason: string;
  state: (typeof leaveStates)[number];
  decidedBy: string | null;
  decidedAt: Date | null;
  /** Sealed. */
  words: string;
  at: Date;
}

export interface StoredNote extends Whose {
  postId: string;
  communityId: string | null;
  by: string;
  at: Date;
  /** Sealed. */
  words: string;
  /** When the next person comes; null when nobody is planned. */
  forFrom: Date | null;
  readBy: { accountId: string; at: Date }[];
  /** When the head is told that nobody who came has read it; null when that is over. */
  unreadDue: Date | null;
}

/** `_id` is made of elder and day, so it exists once a day. */
export interface StoredOpinion extends Whose {
  communityId: string;
  elderId: string;
  day: string;
  grade: OpinionGrade;
  /** Sealed. */
  words: string;
  onDuty: string[];
  at: Date;
}

export interface StoredTraining extends Whose {
  day: string;
  title: string;
  accountIds: string[];
  by: string;
  at: Date;
}

/** `_id` is `streetId:accountId`: whether residents may see her own number while she is on duty. */
export interface StoredCard extends Whose {
  accountId: string;
  showsPhone: boolean;
}
