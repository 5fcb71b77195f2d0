import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import type { Handler } from '../handler.ts';
import { meOf, standingOf } from './me.ts';
import type { Room } from './room.ts';

export const showMe =
  (room: Room): Handler<typeof contract.me> =>
  (caller) =>
    meOf(room, caller.accountId, standingOf(caller));
