import { type Role, roles } from '@wubian/shared/roles.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** House numbers on 等保 2.0 8.1.4.1 b (standards.md §3.2): staff 15 min idle and 12 h in all; others are not staff. */
const limits = {
  staff: { idle: 15 * minute, absolute: 12 * hour },
  others: { idle: 30 * day, absolute: 90 * day },
} as const;

/** No session of any kind lives longer than this, in ms; what is older is swept away. */
export const longestSession: number = limits.others.absolute;

export interface SessionTimes {
  createdAt: Date;
  lastSeenAt: Date;
  /** When the second factor was passed; staff work is counted from then. */
  secondFactorAt: Date | null;
}

/**
 * The staff limits hold while a session can do staff work: in a staff role, second factor passed. Before that it opens
 * nothing, and leaving the staff role drops the second factor, so neither state escapes them.
 */
const limitsOf = (times: SessionTimes, role: Role | null) =>
  role && roles[role].staff && times.secondFactorAt ? limits.staff : limits.others;

/** The instant from which the session is over, if it is not used before, while acting in `role`. */
export function sessionEnds(times: SessionTimes, role: Role | null): Date {
  const { idle, absolute } = limitsOf(times, role);
  const since = Math.max(times.createdAt.getTime(), absolute === limits.staff.absolute ? +times.secondFactorAt! : 0);
  return new Date(Math.min(times.lastSeenAt.getTime() + idle, since + absolute));
}

/**
 * How long `lastSeenAt` may lag behind, in ms, to spare writes: at most five minutes, and at most a fifteenth of the
 * idle limit, so that a session ends a minute early rather than late.
 */
export const seenStep = (times: SessionTimes, role: Role | null): number =>
  Math.min(5 * minute, limitsOf(times, role).idle / 15);
