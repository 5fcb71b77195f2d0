import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import type { Handler } from '../handler.ts';
import { newId } from '../store/ids.ts';
import { checkCode } from './check-code.ts';
import { openSession } from './open-session.ts';
import type { Room } from './room.ts';

/** Signs in whoever holds the phone; the first time makes an account without name and role. */
export const signInByCode =
  (room: Room): Handler<typeof contract.signInByCode> =>
  async (_, input, call) => {
    await checkCode(room, input, call.address);
    const at = room.now();
    const account = await room.accounts.ensureByPhone(input.phone, { id: newId(at), name: '', at });
    return openSession(room, account, 'phone', call);
  };
