import type { WubianApi } from '@wubian/shared/api.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Charges } from '../charges.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Handlers } from '../handler.ts';
import type { Hook } from '../http/hooks.ts';
import type { Job } from '../jobs/due-worker.ts';
import type { Live } from '../live/door.ts';
import type { Logger } from '../log.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import { type ElderPointers, pointersByField } from '../store/elder-pointers.store.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { type ChannelConfig, openChannels } from './channels/open-channels.ts';
import { chargeOfAlerts } from './charge-of-alerts.ts';
import { createConsentStore } from './consents/consent.store.ts';
import { listTemplates } from './consents/list-templates.ts';
import { type Families, listUnreachable } from './consents/list-unreachable.ts';
import { takeConsents } from './consents/take-consents.ts';
import type { NoticesDoor, OnAccept } from './door.ts';
import { hinted } from './hint.ts';
import { listNotices } from './list-notices.ts';
import { createBudgetStore } from './messages/budget.store.ts';
import { createFactsStore } from './messages/facts.store.ts';
import { createQueueStore } from './messages/queue.store.ts';
import { createMessageSealing } from './messages/sealing.ts';
import { sendMessages } from './messages/send-messages.ts';
import { createSender } from './messages/sender.ts';
import { createNoticeStore } from './notice.store.ts';
import { noticesKeeper } from './notices-keeper.ts';
import { openDoor } from './open-door.ts';
import { readNotices } from './read-notices.ts';
import { receiptHooks } from './receipts/receipt-hooks.ts';

export { sealedInNotices } from './sealed.ts';

export interface NoticesOptions {
  db: Connection;
  cipher: FieldCipher;
  accounts: Pick<AccountsDoor, 'waysTo' | 'people' | 'holders'>;
  config: ChannelConfig & Pick<Config, 'hookSecret'>;
  /** Told of every notice that a message brought; by default nobody listens. */
  live?: Live;
  /** Where the console channel writes. */
  say?: (line: string) => void;
  clock: Clock;
  log: Logger;
}

export interface NoticesRoom {
  handlers: Handlers<WubianApi>['notices'];
  door: NoticesDoor;
  /** What of this room nobody may leave behind. */
  charges: readonly Charges[];
  /** The sender. */
  jobs: readonly Job[];
  /** Where providers push their receipts. */
  hooks: readonly Hook[];
  /** Who wants to know when somebody pressed 1 in a call. */
  onAccept(listener: OnAccept): void;
  /** For the composition: how to learn whose families belong to a community. */
  askFamilies(families: Families): void;
  /** What of this room points to an elder and follows her in a merge. */
  pointers: readonly ElderPointers[];
  /** For the registry: what this room holds about an elder. */
  keeper: PersonKeeper;
}

const nobody: Live = { publish: () => {} };

/** Who is told what: in the app, which is the record of truth, and over every other channel. */
export function createNotices(options: NoticesOptions): NoticesRoom {
  const { db, cipher, accounts, config, live = nobody, say = console.log, clock, log } = options;
  const store = createNoticeStore(db);
  const sealing = createMessageSealing(cipher);
  const queue = createQueueStore(db, sealing);
  const facts = createFactsStore(db, sealing);
  const consents = createConsentStore(db);
  const openidOf = async (id: string) => (await accounts.waysTo([id])).get(id)?.openid ?? null;
  const channels = openChannels({ config, tell: store.tell, live, ledger: { ...consents, openidOf }, say, clock });
  const templates = config.wechatTemplates;
  const played = !config.production && (!config.wechat || !templates.alarm);

  const sender = createSender({
    ...{ queue, budgets: createBudgetStore(db), sealing, channels, clock, log },
    async complete(to) {
      if (!to.accountId || (to.phone && to.name)) return to;
      const person = (await accounts.people([to.accountId])).get(to.accountId);
      return { ...to, name: to.name || person?.name || '', phone: to.phone ?? person?.phone ?? null };
    },
  });
  const listeners: OnAccept[] = [];
  let families: Families = async () => [];
  const reach = { waysTo: accounts.waysTo, consents, templates, played, clock };
  const send = sendMessages({ queue, sealing, clock, poke: sender.poke });

  return {
    charges: [chargeOfAlerts(store)],
    handlers: {
      list: listNotices(store),
      unread: async (actor) => ({ unread: await store.unread(actor) }),
      read: readNotices(store, facts, clock),
      consented: takeConsents(consents, templates, clock),
      templates: listTemplates(consents, templates),
      unreachable: listUnreachable({ accounts, families: (...area) => families(...area), reach }),
    },
    door: openDoor({ notices: { ...store, tell: hinted(store.tell, live) }, facts, send, reach, clock }),
    jobs: [sender],
    hooks: receiptHooks({ facts, secret: config.hookSecret, listeners, clock, poke: sender.poke }),
    onAccept: (listener) => void listeners.push(listener),
    askFamilies: (given) => {
      families = given;
    },
    pointers: [pointersByField(db, 'messages', '发出的消息')],
    keeper: noticesKeeper(facts),
  };
}
