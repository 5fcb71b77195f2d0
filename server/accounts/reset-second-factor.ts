import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/** Forgets a person's secret and ends all her sessions; who did it and why stays written down. */
export async function dropSecondFactor(
  { secondFactors, sessions, now, who }: Pick<Room, 'secondFactors' | 'sessions' | 'now' | 'who'>,
  accountId: string,
  by: string,
  reason: string,
): Promise<void> {
  await secondFactors.reset(accountId, by, reason, now());
  await sessions.endAll(accountId);
  who.forget();
}

/**
 * Lets someone of the street set up a new authenticator, at her next sign-in. Nobody resets her own: a session left open would be enough to take the account over.
 */
export const resetSecondFactor =
  (room: Room): Handler<typeof contract.resetSecondFactor> =>
  async (actor, { accountId, reason }) => {
    if (!(await room.assignments.isKnownIn(actor.streetId, accountId))) throw new Refusal('not_found');
    if (accountId === actor.accountId) throw new Refusal('not_allowed');
    await dropSecondFactor(room, accountId, actor.accountId, reason);
    return { done: true };
  };
