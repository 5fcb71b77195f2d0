import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { RIGHTS_WORKING_DAYS, rightsKinds } from '@wubian/shared/registry/rights.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { readTimePlace, writeTimePlace } from './list-glass.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { presentRights } from './rights.presenter.ts';
import { workingDaysAfter } from './rights-due.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

/** Registers what somebody asks about her own data, with the day by which she is answered. */
export const askRights =
  (room: PrivacyRoom): Handler<typeof registry.askRights> =>
  async (actor, sent, call) => {
    const { streetId, accountId } = actor;
    if (!(await room.elders.byId(scopeOf(actor), sent.elderId))) throw new Refusal('elder_not_found');
    const at = room.now();
    const due = workingDaysAfter(dayOf(at), RIGHTS_WORKING_DAYS);
    call.about({ elderIds: [sent.elderId], what: rightsKinds[sent.kind], reason: sent.why });
    if (!(await room.rights.add({ ...sent, streetId, by: accountId, at, due }))) throw new Refusal('id_taken');
    const found = await room.rights.byId(streetId, sent.id);
    return (await presentRights(room, actor, [found!]))[0]!;
  };

/** Requests of the street: the open ones by when they are due. */
export const listRights =
  (room: PrivacyRoom): Handler<typeof registry.listRights> =>
  async (actor, { state, limit, cursor }) => {
    const { streetId } = actor;
    const [found, overdue] = await Promise.all([
      room.rights.page(streetId, state === 'open', limit + 1, readTimePlace(cursor)),
      room.rights.overdue(streetId, dayOf(room.now())),
    ]);
    const items = found.slice(0, limit);
    return {
      items: await presentRights(room, actor, items),
      next: found.length > limit ? writeTimePlace(items.at(-1)!) : null,
      overdue,
    };
  };

/** Says no to a request, with the reason that the law asks for. */
export const refuseRights =
  (room: PrivacyRoom): Handler<typeof registry.refuseRights> =>
  async (actor, { requestId, reason }, call) => {
    const { streetId, accountId } = actor;
    const found = await room.rights.byId(streetId, requestId);
    if (!found) throw new Refusal('rights_not_found');
    call.about({ elderIds: [found.elderId], what: words.rightsRefused(rightsKinds[found.kind]) });
    await room.rights.close(streetId, requestId, { state: 'refused', by: accountId, at: room.now(), words: reason });
    const now = await room.rights.byId(streetId, requestId);
    const isMine = now?.state === 'refused' && now.done?.by === accountId && now.done.words === reason;
    if (!now || !isMine) throw new Refusal('rights_closed');
    return (await presentRights(room, actor, [now]))[0]!;
  };
