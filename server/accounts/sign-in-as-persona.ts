import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { openSession } from './open-session.ts';
import type { Room } from './room.ts';

/** Signs in as a demo identity; the second factor counts as passed. Throws `demo_only` outside demo mode. */
export const signInAsPersona =
  (room: Room): Handler<typeof contract.signInAsPersona> =>
  async (_, { key }, call) => {
    if (!room.demo) throw new Refusal('demo_only');
    const persona = await room.personas.byKey(key);
    const account = persona && (await room.accounts.byId(persona.accountId));
    if (!account) throw new Refusal('not_found');
    return openSession(room, account, 'persona', call, persona.assignmentId);
  };
