import type { Clock } from '../clock.ts';
import { type ReachParts, reachOf } from './consents/reach.ts';
import type { Delivery, NoticesDoor } from './door.ts';
import type { FactsStore } from './messages/facts.store.ts';
import type { StoredMessage } from './messages/stored-message.ts';
import type { NoticeStore } from './notice.store.ts';

/** An answer code is good for a day. */
const CODE_LIVES_MS = 86_400_000;

const toDelivery = (message: StoredMessage): Delivery => {
  const { _id: id, channel, kind, to, queuedAt, sentAt, deliveredAt, seenAt, acceptedAt, failed } = message;
  const { accountId, role, name } = to;
  return {
    id,
    channel,
    kind,
    to: { accountId, role, name },
    queuedAt,
    sentAt,
    deliveredAt,
    seenAt,
    acceptedAt,
    failed,
  };
};

interface Parts {
  notices: NoticeStore;
  facts: FactsStore;
  send: NoticesDoor['send'];
  reach: ReachParts;
  clock: Clock;
}

/** What the other rooms may ask of this one. */
export const openDoor = ({ notices, facts, send, reach, clock }: Parts): NoticesDoor => ({
  tell: notices.tell,
  forget: notices.forget,
  send,
  deliveries: async (streetId, incidentId) => (await facts.ofIncident(streetId, incidentId)).map(toDelivery),
  incidentsOf: facts.incidentsOf,
  seen: facts.seen,
  accepted: facts.accepted,
  async byCode(code) {
    const found = await facts.byCode(code);
    if (!found) return null;
    const { streetId, incidentId, to, queuedAt } = found;
    const expired = clock().getTime() - queuedAt.getTime() >= CODE_LIVES_MS;
    return { streetId, incidentId, to, at: queuedAt, expired };
  },
  async reach(_streetId, accountIds) {
    const found = await reachOf(reach, accountIds);
    return new Map([...found].map(([id, { app, wechat, sms, voice }]) => [id, { app, wechat, sms, voice }]));
  },
});
