import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';
import { sessionEnds } from './session-limits.ts';

/** One's own signed-in devices, newest first; those that have run out are left out. */
export const listSessions =
  ({ assignments, sessions, now }: Room): Handler<typeof contract.sessions> =>
  async ({ accountId, sessionId }) => {
    const [stored, held] = await Promise.all([sessions.ofPerson(accountId), assignments.heldBy(accountId)]);
    const roleOf = (id: string | null) => held.find(({ assignmentId }) => assignmentId === id)?.role ?? null;
    const open = stored.filter((session) => sessionEnds(session, roleOf(session.assignmentId)) > now());
    return {
      items: open.map(({ id, device, way, createdAt, lastSeenAt }) => ({
        id,
        device,
        way,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        current: id === sessionId,
      })),
    };
  };
