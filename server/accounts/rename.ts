import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import type { Handler } from '../handler.ts';
import { meOf, standingOf } from './me.ts';
import type { Room } from './room.ts';

export const rename =
  (room: Room): Handler<typeof contract.rename> =>
  async (caller, { name }) => {
    await room.accounts.rename(caller.accountId, name);
    room.who.forget();
    return meOf(room, caller.accountId, standingOf(caller));
  };
