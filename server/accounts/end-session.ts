import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/** Signs one of one's own devices out, this one or another. */
export const endSession =
  ({ sessions, who, log }: Room): Handler<typeof contract.endSession> =>
  async ({ accountId }, { sessionId }, { requestId }) => {
    if (!(await sessions.end(accountId, sessionId))) throw new Refusal('not_found');
    who.forget();
    log.info({ requestId, accountId, sessionId }, 'signed out');
    return { done: true };
  };
