import type { notices } from '@wubian/shared/notices/contract.ts';
import type { Clock } from '../clock.ts';
import type { Handler } from '../handler.ts';
import type { FactsStore } from './messages/facts.store.ts';
import type { NoticeStore } from './notice.store.ts';

/** Marks her notices as read; a message that came as one of them is thereby seen. */
export const readNotices =
  (store: NoticeStore, facts: FactsStore, clock: Clock): Handler<typeof notices.read> =>
  async (actor, { ids }) => {
    const now = clock();
    const read = await store.read(actor, now, ids);
    await facts.read(actor.streetId, actor.accountId, read, now);
    return { done: true };
  };
