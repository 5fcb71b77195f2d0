import { type Role, roles } from '@wubian/shared/roles.ts';
import type { Caller } from '../actor.ts';
import type { AccountStore } from './account.store.ts';
import type { AssignmentStore } from './assignment.store.ts';
import { chooseRole } from './choose-role.ts';
import type { HeldRole } from './door.ts';
import type { Room } from './room.ts';
import type { SessionStore, StoredSession } from './session.store.ts';
import { seenStep, sessionEnds } from './session-limits.ts';
import { hashToken, isToken } from './token.ts';

/**
 * A look-up is trusted this long in this process. Sign-out, the end of a role and a switch clear it here at once;
 * another process honours a revoked token for at most these two seconds (decisions/0005): reading the session with
 * every request costs about as much as the claim of a task itself.
 */
const freshMs = 2_000;
const mostKept = 20_000;

interface Found {
  caller: Caller;
  ends: Date;
}

export interface WhoIs {
  /** The caller behind a token, or null when it is unknown, expired or revoked. */
  whoIs(token: string): Promise<Caller | null>;
  /** Forgets what was looked up, after any change to sessions, roles or names. Rare, so all of it. */
  forget(): void;
}

type Parts = Pick<Room, 'now' | 'demo'> & {
  accounts: Pick<AccountStore, 'nameOf'>;
  assignments: Pick<AssignmentStore, 'byId' | 'heldBy'>;
  sessions: Pick<SessionStore, 'byToken' | 'seen'>;
};

/** Whether the session may use a staff role: personas exist in demo mode only and count as passed. */
export const hasPassed = (session: Pick<StoredSession, 'way' | 'secondFactorAt'>): boolean =>
  session.way === 'persona' || session.secondFactorAt !== null;

export const isStaff = (role: Role | null): boolean => role !== null && roles[role].staff;

export function createWhoIs({ accounts, assignments, sessions, now, demo }: Parts): WhoIs {
  const kept = new Map<string, { found: Promise<Found | null>; until: number }>();

  /** A session that has chosen no role acts in the person's only one, so that a role just given works at once. */
  async function roleOf({ accountId, assignmentId }: StoredSession): Promise<HeldRole | null> {
    if (!assignmentId) return chooseRole(await assignments.heldBy(accountId), null);
    const held = await assignments.byId(assignmentId);
    return held?.state === 'active' && held.accountId === accountId ? held : null;
  }

  async function look(tokenHash: string): Promise<Found | null> {
    const session = await sessions.byToken(tokenHash);
    if (!session || (session.way === 'persona' && !demo)) return null;
    const [name, held] = await Promise.all([accounts.nameOf(session.accountId), roleOf(session)]);
    const role = held?.role ?? null;
    const ends = sessionEnds(session, role);
    if (name === null || ends <= now()) return null;
    if (now().getTime() - session.lastSeenAt.getTime() >= seenStep(session, role))
      await sessions.seen(session.id, now());

    const person = { accountId: session.accountId, sessionId: session.id, name, secondFactor: hasPassed(session) };
    if (!held) return { caller: { ...person, role: null }, ends };
    const { assignmentId, streetId, communityIds, elderId } = held;
    return { caller: { ...person, assignmentId, role: held.role, streetId, communityIds, elderId }, ends };
  }

  function lookOnce(tokenHash: string): Promise<Found | null> {
    const hit = kept.get(tokenHash);
    if (hit && hit.until > now().getTime()) return hit.found;
    const found = look(tokenHash);
    const entry = { found, until: now().getTime() + freshMs };
    kept.delete(tokenHash);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(tokenHash, entry);
    // Neither an error nor an unknown token is worth keeping: the next request asks again.
    const drop = () => {
      if (kept.get(tokenHash) === entry) kept.delete(tokenHash);
    };
    found.then((known) => known ?? drop(), drop);
    return found;
  }

  return {
    async whoIs(token) {
      if (!isToken(token)) return null;
      const found = await lookOnce(hashToken(token));
      return found && found.ends > now() ? found.caller : null;
    },
    forget: () => kept.clear(),
  };
}
