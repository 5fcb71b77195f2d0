import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/**
 * Lets someone of the street set up a new authenticator: the old secret and all her sessions end, and who did it stays
 * written down. Nobody resets her own: a session left open would be enough to take the account over.
 */
export const resetSecondFactor =
  ({ assignments, secondFactors, sessions, now, who }: Room): Handler<typeof contract.resetSecondFactor> =>
  async (actor, { accountId, reason }) => {
    if (!(await assignments.isKnownIn(actor.streetId, accountId))) throw new Refusal('not_found');
    if (accountId === actor.accountId) throw new Refusal('not_allowed');
    await secondFactors.reset(accountId, actor.accountId, reason, now());
    await sessions.endAll(accountId);
    who.forget();
    return { done: true };
  };
