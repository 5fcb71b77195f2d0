import type { Clock } from '../../clock.ts';
import type { Templates } from '../channels/open-channels.ts';
import type { Reach } from '../door.ts';
import type { ConsentStore } from './consent.store.ts';

/** Where a person can be reached, as the accounts room knows it. */
export interface Ways {
  phone: string | null;
  openid: string | null;
  /** The last time that one of her devices was seen. */
  seenAt: Date | null;
}
export type WaysTo = (accountIds: readonly string[]) => Promise<Map<string, Ways>>;

/** A session unused for longer is no way to reach anybody. */
const LIVE_DAYS = 30;

export interface ReachParts {
  waysTo: WaysTo;
  consents: ConsentStore;
  templates: Templates;
  /** True: the console plays WeChat, whose consents nobody counts. */
  played: boolean;
  clock: Clock;
}

/** The ways to reach these people now, and how many WeChat alarms each may still get. */
export async function reachOf(parts: ReachParts, accountIds: readonly string[]) {
  const { waysTo, consents, templates, played, clock } = parts;
  const ids = [...new Set(accountIds)];
  const alarm = templates.alarm?.id;
  const [ways, left] = await Promise.all([
    waysTo(ids),
    alarm ? consents.leftOf(ids, alarm) : new Map<string, number>(),
  ]);
  const since = clock().getTime() - LIVE_DAYS * 86_400_000;
  return new Map(
    ids.map((id) => {
      const { phone = null, openid = null, seenAt = null } = ways.get(id) ?? {};
      const consentsLeft = left.get(id) ?? 0;
      const reach: Reach = {
        app: seenAt !== null && seenAt.getTime() >= since,
        wechat: played ? ways.has(id) : openid !== null && consentsLeft > 0,
        sms: phone !== null,
        voice: phone !== null,
      };
      return [id, { ...reach, consentsLeft, hasOpenid: openid !== null }] as const;
    }),
  );
}
