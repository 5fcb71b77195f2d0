import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Caller } from '../actor.ts';
import type { Handler } from '../handler.ts';
import type { StoredAccount } from './account.store.ts';
import { checkCode } from './check-code.ts';
import { chooseRole } from './choose-role.ts';
import { meOf, standingOf } from './me.ts';
import type { Room } from './room.ts';

/** A number that is there already changes only soon after signing in (ASVS 7.5.1: re-authenticate first). */
const signedInWithinMs = 15 * 60_000;

async function mayChange({ sessions, now }: Room, caller: Caller, own: StoredAccount): Promise<void> {
  if (own.secondFactorSet && !caller.secondFactor) throw new Refusal('second_factor_needed');
  const session = await sessions.byId(caller.sessionId);
  const age = session && now().getTime() - session.createdAt.getTime();
  if (age === null || age > signedInWithinMs) throw new Refusal('session_expired');
}

/**
 * The number belongs to an account that the street made for her, and she came by WeChat first: the fresh WeChat
 * account goes into that one. Only when it never held anything; two grown accounts are not mixed.
 */
async function mergeInto(room: Room, caller: Caller, own: StoredAccount, known: StoredAccount) {
  const { accounts, assignments, sessions, who } = room;
  const isFresh = !own.phone && own.hasWechat && own.secondFactorSet === null && !(await assignments.hadAny(own.id));
  if (!isFresh || known.hasWechat || !(await accounts.moveWechat(own.id, known.id))) throw new Refusal('phone_taken');
  if (own.name) await accounts.nameIfEmpty(known.id, own.name);
  await sessions.endAll(own.id, caller.sessionId);
  const role = chooseRole(await assignments.heldBy(known.id), known.lastAssignmentId);
  await sessions.moveTo(caller.sessionId, known.id, role?.assignmentId ?? null);
  who.forget();
  return meOf(room, known.id, { assignmentId: role?.assignmentId ?? null, secondFactor: false });
}

/**
 * Gives the caller's account the number whose code she entered. Throws `code_wrong`, `code_expired`, `phone_taken`;
 * for a change of number also `session_expired` (sign in again first) and `second_factor_needed`.
 */
export const bindPhone =
  (room: Room): Handler<typeof contract.bindPhone> =>
  async (caller, input, { address }) => {
    const { accounts, sessions, who } = room;
    const own = await accounts.byId(caller.accountId);
    if (!own) throw new Refusal('session_expired');
    const changes = own.phone !== null && own.phone !== input.phone;
    if (changes) await mayChange(room, caller, own);
    await checkCode(room, input, address);

    const known = await accounts.byPhone(input.phone);
    if (known && known.id !== own.id) return mergeInto(room, caller, own, known);
    if (!(await accounts.bindPhone(own.id, input.phone))) throw new Refusal('phone_taken');
    if (changes) await sessions.endAll(own.id, caller.sessionId);
    who.forget();
    return meOf(room, own.id, standingOf(caller));
  };
