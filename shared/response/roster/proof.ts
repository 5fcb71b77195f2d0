import { onDutyAt, turningPoints } from './duty.ts';
import type { OnDuty, Roster } from './roster.ts';

/** Why a stretch of time counts as empty. */
export const holeReasons = ['nobody', 'onLeave', 'gone', 'unreachable', 'doubleBooked'] as const;
export type HoleReason = (typeof holeReasons)[number];

/** Somebody is reachable by two independent ways or she is not. */
export interface Reach {
  /** In the app or by WeChat. */
  app: boolean;
  phone: boolean;
}

export interface Hole {
  /** Null: the street's duty leader. */
  communityId: string | null;
  /** Milliseconds. */
  from: number;
  to: number;
  why: HoleReason;
  /** Whom it is about. */
  accountIds: string[];
}

export interface Proof {
  roster: Roster;
  /** Whose minutes must be covered; null for the duty leader. */
  communities: readonly (string | null)[];
  from: number;
  to: number;
  /** True if this person may be on duty there at all: her role has not ended. */
  fits(accountId: string, communityId: string | null): boolean;
  reach: ReadonlyMap<string, Reach>;
}

/** How many days ahead a roster is proved before it is published. */
export const provedDays = 14;

/**
 * Why nobody can be counted on in a community at an instant, or null when somebody can: she is on duty there and in no
 * other community, still holds a role for it, and can be reached by two independent ways.
 */
function faultAt(proof: Proof, people: readonly OnDuty[], place: string | null, at: number) {
  const here = people.filter(({ communityId }) => communityId === place);
  const ids = (of: readonly OnDuty[]) => [...new Set(of.map(({ accountId }) => accountId))].sort();
  if (here.length === 0) {
    const planned = onDutyAt({ ...proof.roster, leaves: [] }, at).filter(({ communityId }) => communityId === place);
    return { why: planned.length ? ('onLeave' as const) : ('nobody' as const), accountIds: ids(planned) };
  }
  const fit = here.filter(({ accountId }) => proof.fits(accountId, place));
  if (fit.length === 0) return { why: 'gone' as const, accountIds: ids(here) };
  const reached = fit.filter(({ accountId }) => {
    const ways = proof.reach.get(accountId);
    return ways?.app === true && ways.phone;
  });
  if (reached.length === 0) return { why: 'unreachable' as const, accountIds: ids(fit) };
  const elsewhere = (one: OnDuty) =>
    place !== null &&
    people.some((other) => other.accountId === one.accountId && ![place, null].includes(other.communityId));
  if (reached.every(elsewhere)) return { why: 'doubleBooked' as const, accountIds: ids(reached) };
  return null;
}

/** Every stretch in [from, to) in which a community has nobody to count on, by community and then by time. */
export function findHoles(proof: Proof): Hole[] {
  const { roster, communities, from, to } = proof;
  const points = turningPoints(roster, roster.posts, from, to);
  const people = points.map((at) => onDutyAt(roster, at));
  return communities.flatMap((communityId) => {
    const holes: Hole[] = [];
    points.forEach((at, n) => {
      const fault = faultAt(proof, people[n]!, communityId, at);
      if (!fault) return;
      const until = points[n + 1] ?? to;
      const last = holes.at(-1);
      const goesOn = last?.to === at && last.why === fault.why && `${last.accountIds}` === `${fault.accountIds}`;
      if (goesOn) last.to = until;
      else holes.push({ communityId, from: at, to: until, ...fault });
    });
    return holes;
  });
}
