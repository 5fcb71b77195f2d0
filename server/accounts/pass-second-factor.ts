import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { meOf, standingOf } from './me.ts';
import type { Room } from './room.ts';
import { totpStep } from './totp.ts';

/**
 * Checks a code of the authenticator and marks this session; the first right code confirms the secret.
 * A code works once. Throws `second_factor_not_set`, `second_factor_wrong`, `second_factor_locked`.
 */
export const passSecondFactor =
  (room: Room): Handler<typeof contract.passSecondFactor> =>
  async (caller, { code }, { requestId }) => {
    const { secondFactors, sessions, now, who, log } = room;
    const { accountId, sessionId } = caller;
    const factor = await secondFactors.read(accountId);
    if (!factor) throw new Refusal('second_factor_not_set');
    const at = now();
    if (!(await secondFactors.chargeTry(accountId, at))) throw new Refusal('second_factor_locked');
    const step = totpStep(factor.secret, code, at);
    if (step === null || !(await secondFactors.accept(accountId, step, at))) throw new Refusal('second_factor_wrong');

    await sessions.passSecondFactor(sessionId, at);
    who.forget();
    log.info({ requestId, accountId, sessionId, first: !factor.confirmed }, 'second factor passed');
    return meOf(room, accountId, { ...standingOf(caller), secondFactor: true });
  };
