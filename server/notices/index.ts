import type { WubianApi } from '@wubian/shared/api.ts';
import type { Connection } from 'mongoose';
import type { Charges } from '../charges.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import { chargeOfAlerts } from './charge-of-alerts.ts';
import type { NoticesDoor } from './door.ts';
import { listNotices } from './list-notices.ts';
import { createNoticeStore } from './notice.store.ts';

export interface NoticesRoom {
  handlers: Handlers<WubianApi>['notices'];
  door: NoticesDoor;
  /** What of this room nobody may leave behind. */
  charges: readonly Charges[];
}

/** Who is told what, in the app: the record of truth beside any other channel. */
export function createNotices({ db, clock }: { db: Connection; clock: Clock }): NoticesRoom {
  const store = createNoticeStore(db);
  return {
    charges: [chargeOfAlerts(store)],
    handlers: {
      list: listNotices(store),
      unread: async (actor) => ({ unread: await store.unread(actor) }),
      read: async (actor, { ids }) => {
        await store.read(actor, clock(), ids);
        return { done: true };
      },
    },
    door: { tell: store.tell, forget: store.forget },
  };
}
