import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { meOf } from './me.ts';
import type { Room } from './room.ts';
import { hasPassed, isStaff } from './who-is.ts';

/**
 * Acts in another role of one's own from now on. The second factor stays passed only from staff role to staff role:
 * whoever has worked as a daughter meanwhile enters it again (session-limits.ts rests on this).
 */
export const switchRole =
  (room: Room): Handler<typeof contract.switchRole> =>
  async (caller, { assignmentId }) => {
    const { accounts, assignments, sessions, who } = room;
    const [held, session] = await Promise.all([assignments.byId(assignmentId), sessions.byId(caller.sessionId)]);
    if (!session) throw new Refusal('session_expired');
    if (held?.accountId !== caller.accountId || held.state !== 'active') throw new Refusal('role_not_held');

    const keepsFactor = session.way === 'persona' || (isStaff(caller.role) && isStaff(held.role));
    const secondFactorAt = keepsFactor ? session.secondFactorAt : null;
    await sessions.switchRole(session.id, assignmentId, secondFactorAt);
    await accounts.rememberRole(caller.accountId, assignmentId);
    who.forget();
    return meOf(room, caller.accountId, { assignmentId, secondFactor: hasPassed({ ...session, secondFactorAt }) });
  };
