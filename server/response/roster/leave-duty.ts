import { Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import type { DutyLeave } from '@wubian/shared/response/roster/schema.ts';
import { sayWindow } from '@wubian/shared/time.ts';
import type * as z from 'zod';
import type { Actor } from '../../actor.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { type NameOf, namesOf, staffOf } from './people.ts';
import { needComing, plansFor } from './scope.ts';
import type { StoredLeave } from './stored.ts';
import { tellHeads, tellPeople } from './tell.ts';
import { words } from './words.ts';

/** Whoever plans one of her communities decides; nobody decides on her own leave but the street office. */
const decides = (actor: Actor, leave: StoredLeave): boolean =>
  actor.role === 'streetOffice' ||
  (actor.accountId !== leave.accountId && leave.communityIds.some((id) => plansFor(actor, id)));

export const presentLeave = (leave: StoredLeave, actor: Actor, nameOf: NameOf): z.output<typeof DutyLeave> => ({
  ...{ id: leave._id, accountId: leave.accountId, name: nameOf(leave.accountId), state: leave.state },
  ...{ from: leave.from.toISOString(), to: leave.to.toISOString(), reason: leave.reason, words: leave.words },
  decidedBy: leave.decidedBy ? nameOf(leave.decidedBy) : '',
  can: [
    ...(leave.state === 'asked' && decides(actor, leave) ? (['decide'] as const) : []),
    ...(leave.accountId === actor.accountId && ['asked', 'granted'].includes(leave.state)
      ? (['withdraw'] as const)
      : []),
  ],
});

export async function presentLeaves(deps: Deps, actor: Actor, leaves: readonly StoredLeave[]) {
  const nameOf = await namesOf(
    deps,
    leaves.flatMap(({ accountId, decidedBy }) => (decidedBy ? [accountId, decidedBy] : [accountId])),
  );
  return leaves.map((leave) => presentLeave(leave, actor, nameOf));
}
const show = async (deps: Deps, actor: Actor, leave: StoredLeave) => (await presentLeaves(deps, actor, [leave]))[0]!;

export const askDutyLeave =
  (deps: Deps): Handler<typeof rosterEndpoints.askDutyLeave> =>
  async (actor, { id, from, to, reason }) => {
    const { streetId, accountId } = actor;
    const now = deps.clock();
    const stretch = { from: new Date(from), to: new Date(to) };
    if (!(await deps.leaves.byId(streetId, id))) needComing(stretch.from, stretch.to, now);
    const held = (await staffOf(deps, streetId)).rolesOf(accountId);
    const leave: StoredLeave = {
      ...{ _id: id, streetId, accountId, communityIds: held.flatMap(({ communityIds }) => communityIds), ...stretch },
      ...{ reason, state: 'asked', decidedBy: null, decidedAt: null, words: '', at: now },
    };
    if (!(await deps.leaves.ask(leave))) throw new Refusal('id_taken');
    const telling = { cause: `leave:${id}`, streetId, title: words.leaveAsked.title };
    const body = words.leaveAsked.body(actor.name, sayWindow(stretch.from, stretch.to));
    for (const place of leave.communityIds.length ? leave.communityIds : [null]) {
      await tellHeads(deps, { ...telling, body, place });
    }
    return show(deps, actor, (await deps.leaves.byId(streetId, id))!);
  };

export const listDutyLeaves =
  (deps: Deps): Handler<typeof rosterEndpoints.dutyLeaves> =>
  async (actor) => {
    const where = actor.role === 'streetOffice' ? null : actor.communityIds;
    const found = await deps.leaves.coming(actor.streetId, where, deps.clock());
    return { items: await presentLeaves(deps, actor, found) };
  };

/** Granted leave takes her off every post for that time. */
export const decideDutyLeave =
  (deps: Deps): Handler<typeof rosterEndpoints.decideDutyLeave> =>
  async (actor, { leaveId, grant, words: said }) => {
    const { streetId, accountId } = actor;
    const leave = await deps.leaves.byId(streetId, leaveId);
    if (!leave || !decides(actor, leave)) throw new Refusal('leave_not_found');
    const state = grant ? ('granted' as const) : ('refused' as const);
    if (leave.state === state && leave.decidedBy === accountId) return show(deps, actor, leave);
    const decided = { state, decidedBy: accountId, decidedAt: deps.clock(), words: said };
    const moved = await deps.leaves.move(leave, ['asked'], decided);
    if (!moved) throw new Refusal('leave_moved_on');
    const { title, body } = grant ? words.leaveGranted : words.leaveRefused;
    await tellPeople(deps, [leave.accountId], {
      ...{ cause: `leave:${leaveId}:${state}`, streetId, place: leave.communityIds[0] ?? null },
      ...{ title, body: body(sayWindow(leave.from, leave.to)) },
    });
    return show(deps, actor, moved);
  };

/** Leave that has begun ends now: what has passed stays as it was. */
export const withdrawDutyLeave =
  (deps: Deps): Handler<typeof rosterEndpoints.withdrawDutyLeave> =>
  async (actor, { leaveId }) => {
    const { streetId, accountId } = actor;
    const now = deps.clock();
    const leave = await deps.leaves.byId(streetId, leaveId);
    if (leave?.accountId !== accountId) throw new Refusal('leave_not_found');
    if (leave.state === 'withdrawn') return show(deps, actor, leave);
    if (leave.to <= now) throw new Refusal('leave_moved_on');
    const { decidedBy, decidedAt, words: said } = leave;
    const hasBegun = leave.state === 'granted' && leave.from <= now;
    const next = { state: hasBegun ? leave.state : ('withdrawn' as const), decidedBy, decidedAt, words: said };
    const moved = await deps.leaves.move(leave, [leave.state], hasBegun ? { ...next, to: now } : next);
    if (!moved) throw new Refusal('leave_moved_on');
    return show(deps, actor, moved);
  };
