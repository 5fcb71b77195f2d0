import type { DependentKind } from '@wubian/shared/registry/stewardship.ts';
import type { HeldRole } from './accounts/door.ts';

/** Somebody who leaves: the roles that end, and those in the same street that she keeps. */
export interface Leaving {
  streetId: string;
  accountId: string;
  ends: readonly HeldRole[];
  stays: readonly HeldRole[];
}

/** Something that would be without anybody then. */
export interface Charge {
  kind: DependentKind;
  id: string;
  elderId: string | null;
  communityId: string | null;
  title: string;
  note: string;
}

/** Who hands over to whom, on whose word; `to` is null for nobody in particular. */
export interface HandingOver {
  id: string;
  to: { accountId: string; name: string; phone: string | null; roles: readonly HeldRole[] } | null;
  by: { accountId: string; name: string; role: HeldRole['role'] };
  at: Date;
  why: string;
  /** True: only says what would become of it. */
  dry: boolean;
}

/** A charge whose person has no role any more that reaches it. */
export type Orphan = Charge & { accountId: string };

/** What one room puts into people's hands; rooms register theirs, so that nobody leaves with it. */
export interface Charges {
  kind: DependentKind;
  of(leaving: Leaving): Promise<Charge[]>;
  /** Passes a charge on: null when it is done, or why it stays and what to do. Safe to repeat. */
  passOn(leaving: Leaving, charge: Charge, handing: HandingOver): Promise<string | null>;
  /** Those that nobody holds; at most `limit`. */
  orphans?(streetId: string, limit: number): Promise<Orphan[]>;
}

/** True if one of the roles is of these and reaches the community. */
export const reaches = (held: readonly HeldRole[], roles: readonly HeldRole['role'][], communityId: string): boolean =>
  held.some((one) => roles.includes(one.role) && one.communityIds.includes(communityId));
