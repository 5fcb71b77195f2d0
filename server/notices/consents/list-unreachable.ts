import type { notices } from '@wubian/shared/notices/contract.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { AccountsDoor } from '../../accounts/door.ts';
import type { Handler } from '../../handler.ts';
import { type ReachParts, reachOf } from './reach.ts';

/** Who is rung or told beside the families. */
const told: readonly Role[] = ['gridWorker', 'communityHead', 'streetOffice', 'volunteer', 'neighbour'];
const MOST = 500;

/** Which way is missing, in words. */
const lacks = {
  noOpenid: '没有绑定微信',
  noConsent: '微信提醒次数用完了',
  noPhone: '没有留电话',
} as const;

/** Accounts with a good grant over an elder of these communities; of the whole street when none is named. */
export type Families = (streetId: string, communityIds: readonly string[]) => Promise<string[]>;

interface Parts {
  accounts: Pick<AccountsDoor, 'holders' | 'people'>;
  families: Families;
  reach: ReachParts;
}

/**
 * Who can no longer be reached by WeChat, or has no phone: those of her communities for a community's head, everybody
 * for the street.
 */
export const listUnreachable =
  ({ accounts, families, reach: parts }: Parts): Handler<typeof notices.unreachable> =>
  async ({ streetId, communityIds }, _input, call) => {
    const [holders, kin] = await Promise.all([accounts.holders(streetId, told), families(streetId, communityIds)]);
    const isMine = (theirs: readonly string[]) =>
      communityIds.length === 0 || theirs.length === 0 || theirs.some((id) => communityIds.includes(id));
    const held = new Map<string, Set<Role>>(kin.map((accountId) => [accountId, new Set<Role>(['family'])]));
    for (const { accountId, role, communityIds: theirs } of holders) {
      if (isMine(theirs)) held.set(accountId, (held.get(accountId) ?? new Set()).add(role));
    }
    const ids = [...held.keys()];
    const [people, ways] = await Promise.all([accounts.people(ids), reachOf(parts, ids)]);
    const items = ids.flatMap((accountId) => {
      const { wechat, sms, app, consentsLeft, hasOpenid } = ways.get(accountId)!;
      const missing = [
        ...(wechat ? [] : [hasOpenid ? lacks.noConsent : lacks.noOpenid]),
        ...(sms ? [] : [lacks.noPhone]),
      ];
      if (missing.length === 0) return [];
      const labels = [...held.get(accountId)!].map((role) => roles[role].label);
      const name = people.get(accountId)?.name || '（未填姓名）';
      return [{ accountId, name, roles: labels, missing, app, sms, wechat, consentsLeft }];
    });
    // Who has no way at all first, then who has only one.
    const known = (one: (typeof items)[number]) => Number(one.sms) * 2 + Number(one.wechat) + Number(one.app);
    items.sort((a, b) => known(a) - known(b) || a.name.localeCompare(b.name, 'zh'));
    call.about({ what: `谁收不到消息：${items.length} 人` });
    return { items: items.slice(0, MOST), total: items.length };
  };
