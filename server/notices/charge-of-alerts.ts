import type { Charges } from '../charges.ts';
import type { NoticeStore } from './notice.store.ts';

const words = { needsSuccessor: '请选一位接手人，或请本人先看完' } as const;

/** Urgent notices that somebody has not read: they go to who takes over. */
export const chargeOfAlerts = (store: NoticeStore): Charges => ({
  kind: 'alerts',
  async of({ streetId, accountId, ends, stays }) {
    const roles = ends.map(({ role }) => role).filter((role) => !stays.some((one) => one.role === role));
    const unread = await Promise.all(roles.map((role) => store.urgentUnread({ streetId, accountId, role })));
    return unread.flat().map(({ _id, title, body }) => ({
      ...{ kind: 'alerts' as const, id: _id, elderId: null, communityId: null, title, note: body },
    }));
  },
  async passOn({ streetId, accountId }, { id }, { to, dry }) {
    const role = to?.roles[0]?.role;
    if (!to || !role) return words.needsSuccessor;
    if (!dry) await store.passOn(streetId, accountId, id, { accountId: to.accountId, role });
    return null;
  },
});
