import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { newId } from '../store/ids.ts';
import { openSession } from './open-session.ts';
import type { Room } from './room.ts';

const perAddress = { max: 600, windowSeconds: 3600 };

/** Signs in a WeChat user; the first time makes an account without name, phone and role. */
export const signInByWechat =
  (room: Room): Handler<typeof contract.signInByWechat> =>
  async (_, { code }, call) => {
    if (!room.wechat) throw new Refusal('wechat_unavailable');
    const at = room.now();
    await room.limits.take(`wechat:address:${call.address}`, perAddress, at);
    const openid = await room.wechat.openidOf(code);
    const account = await room.accounts.ensureByWechat(openid, { id: newId(at), at });
    return openSession(room, account, 'wechat', call);
  };
