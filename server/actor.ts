import type { Role } from '@wubian/shared/roles.ts';

interface SignedIn {
  accountId: string;
  sessionId: string;
  /** As she calls herself; '' until she has said. */
  name: string;
  /** Whether this session has passed the second factor. */
  secondFactor: boolean;
}

/** Someone signed in and acting in one role over one street. */
export interface Actor extends SignedIn {
  assignmentId: string;
  role: Role;
  streetId: string;
  /** The communities of the assignment; empty for a role whose scope is the whole street. */
  communityIds: readonly string[];
  /** A resident's own file; null for every other role. */
  elderId: string | null;
}

/** Someone signed in who has no role yet. */
export interface Visitor extends SignedIn {
  role: null;
}

export type Caller = Actor | Visitor;

/** What a session that is still good may do now, without its person: which role, and whether as staff. */
export interface Standing {
  assignmentId: string | null;
  secondFactor: boolean;
}

/** How these sessions stand; those that are over are left out. */
export type StandingOf = (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Standing>>;
