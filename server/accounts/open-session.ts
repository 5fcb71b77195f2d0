import type { Call } from '../handler.ts';
import { newId } from '../store/ids.ts';
import type { StoredAccount } from './account.store.ts';
import { chooseRole } from './choose-role.ts';
import { describeDevice } from './device.ts';
import { meOf } from './me.ts';
import type { Room } from './room.ts';
import type { StoredSession } from './session.store.ts';
import { longestSession } from './session-limits.ts';
import { hashToken, newToken } from './token.ts';

/**
 * Signs a person in on a device: a new token each time, known to nobody but the answer. A persona names its role;
 * everyone else begins in the role used last, or the only one.
 */
export async function openSession(
  room: Room,
  account: StoredAccount,
  way: StoredSession['way'],
  call: Call,
  as?: string,
) {
  const { assignments, sessions, now, log } = room;
  const at = now();
  const chosen = as ?? chooseRole(await assignments.heldBy(account.id), account.lastAssignmentId)?.assignmentId ?? null;
  const token = newToken();
  const session: StoredSession = {
    id: newId(at),
    accountId: account.id,
    assignmentId: chosen,
    way,
    device: describeDevice(call.userAgent),
    secondFactorAt: way === 'persona' ? at : null,
    createdAt: at,
    lastSeenAt: at,
  };
  await sessions.add(session, hashToken(token), new Date(at.getTime() + longestSession));
  log.info({ requestId: call.requestId, accountId: account.id, sessionId: session.id, way }, 'signed in');
  const me = await meOf(room, account.id, { assignmentId: chosen, secondFactor: way === 'persona' });
  const { role = null, streetId = null } = me.active ?? {};
  call.about({ signedIn: { accountId: account.id, role, streetId } });
  return { token, me };
}
