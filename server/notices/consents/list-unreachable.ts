import type { notices } from '@wubian/shared/notices/contract.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { AccountsDoor } from '../../accounts/door.ts';
import type { Handler } from '../../handler.ts';
import { type ReachParts, reachOf } from './reach.ts';

/** Who is rung or told: those who answer, and the families. */
const told: readonly Role[] = ['gridWorker', 'communityHead', 'streetOffice', 'volunteer', 'neighbour', 'family'];
const MOST = 500;

/** Which way is missing, in words. */
const lacks = {
  noOpenid: '没有绑定微信',
  noConsent: '微信提醒次数用完了',
  noPhone: '没有留电话',
} as const;

/**
 * Who can no longer be reached by WeChat, or has no phone: those of her communities for a community's head, everybody
 * for the street. Families have no community of their own: both see those of the street.
 */
export const listUnreachable =
  (accounts: Pick<AccountsDoor, 'holders' | 'people'>, parts: ReachParts): Handler<typeof notices.unreachable> =>
  async ({ streetId, communityIds }, _input, call) => {
    const holders = await accounts.holders(streetId, told);
    const mine = holders.filter(
      ({ communityIds: theirs }) =>
        communityIds.length === 0 || theirs.length === 0 || theirs.some((id) => communityIds.includes(id)),
    );
    const ids = [...new Set(mine.map(({ accountId }) => accountId))];
    const [people, ways] = await Promise.all([accounts.people(ids), reachOf(parts, ids)]);
    const items = ids.flatMap((accountId) => {
      const { wechat, sms, app, consentsLeft, hasOpenid } = ways.get(accountId)!;
      const missing = [
        ...(wechat ? [] : [hasOpenid ? lacks.noConsent : lacks.noOpenid]),
        ...(sms ? [] : [lacks.noPhone]),
      ];
      if (missing.length === 0) return [];
      const held = mine.filter((one) => one.accountId === accountId).map(({ role }) => roles[role].label);
      const name = people.get(accountId)?.name || '（未填姓名）';
      return [{ accountId, name, roles: [...new Set(held)], missing, app, sms, wechat, consentsLeft }];
    });
    // Who has no way at all first, then who has only one.
    const known = (one: (typeof items)[number]) => Number(one.sms) * 2 + Number(one.wechat) + Number(one.app);
    items.sort((a, b) => known(a) - known(b) || a.name.localeCompare(b.name, 'zh'));
    call.about({ what: `谁收不到消息：${items.length} 人` });
    return { items: items.slice(0, MOST), total: items.length };
  };
