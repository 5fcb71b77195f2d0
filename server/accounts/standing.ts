import type { Standing, StandingOf } from '../actor.ts';
import { chooseRole } from './choose-role.ts';
import type { Room } from './room.ts';
import type { StoredSession } from './session.store.ts';
import { sessionEnds } from './session-limits.ts';
import { hasPassed } from './who-is.ts';

type Parts = Pick<Room, 'now' | 'demo'> & {
  assignments: Pick<Room['assignments'], 'active' | 'activeOf'>;
  sessions: Pick<Room['sessions'], 'byIds'>;
};

/** So many are asked for in one question. */
const BATCH = 1_000;

/**
 * How sessions stand now, read from the database; those that are over are left out. Unlike a request it does not count
 * as use: an open screen keeps nobody signed in.
 */
export function standingOf({ sessions, assignments, now, demo }: Parts): StandingOf {
  async function roles(found: readonly StoredSession[]) {
    const chosen = await assignments.active(found.flatMap(({ assignmentId }) => assignmentId ?? []));
    const undecided = found.flatMap(({ accountId, assignmentId }) => (assignmentId ? [] : [accountId]));
    const own = await assignments.activeOf(undecided);
    const byId = new Map(chosen.map((held) => [held.assignmentId, held]));
    const byPerson = Map.groupBy(own, ({ accountId }) => accountId);
    return ({ accountId, assignmentId }: StoredSession) => {
      if (!assignmentId) return chooseRole(byPerson.get(accountId) ?? [], null);
      const held = byId.get(assignmentId);
      return held?.accountId === accountId ? held : null;
    };
  }

  return async (sessionIds) => {
    const standing = new Map<string, Standing>();
    for (let at = 0; at < sessionIds.length; at += BATCH) {
      const found = await sessions.byIds(sessionIds.slice(at, at + BATCH));
      const roleOf = await roles(found);
      for (const session of found) {
        const held = roleOf(session);
        if (session.way === 'persona' && !demo) continue;
        if (sessionEnds(session, held?.role ?? null) <= now()) continue;
        standing.set(session.id, { assignmentId: held?.assignmentId ?? null, secondFactor: hasPassed(session) });
      }
    }
    return standing;
  };
}
