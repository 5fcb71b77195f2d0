import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { sayWindow } from '@wubian/shared/time.ts';
import type { Actor } from '../../actor.ts';
import type { Call, Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { needFit } from './plan-duty.ts';
import { namedIn } from './present.ts';
import { needComing, plansFor, postToPlan } from './scope.ts';
import type { StoredChange } from './stored.ts';
import { tellPeople } from './tell.ts';
import { words } from './words.ts';

type Asked = Pick<StoredChange, '_id' | 'postId' | 'kind' | 'out' | 'in' | 'shifts' | 'reason'> & {
  from: string;
  to: string;
};

/** Writes one change and tells those whom it names; a repeat is the same change. */
async function change(deps: Deps, actor: Actor, asked: Asked, call: Call): Promise<{ done: true }> {
  const post = await postToPlan(deps, actor, asked.postId);
  const now = deps.clock();
  const from = new Date(Math.max(Date.parse(asked.from), now.getTime()));
  const to = new Date(asked.to);
  const known = await deps.plans.change(actor.streetId, asked._id);
  if (!known) needComing(new Date(asked.from), to, now);
  const stored: StoredChange = {
    ...{ ...asked, streetId: actor.streetId, from, to },
    ...{ by: actor.accountId, byName: actor.name, at: now },
  };
  const comes = [stored.in, ...stored.shifts.flatMap(({ accountIds }) => accountIds)].filter((id) => id !== null);
  await needFit(deps, actor.streetId, post.communityId, comes);
  if (!(await deps.plans.addChange(stored))) throw new Refusal('id_taken');
  call.about({ what: `当班临时变动：${post.name}` });
  await tellPeople(deps, namedIn(stored), {
    ...{ cause: `change:${stored._id}`, streetId: actor.streetId, place: post.communityId },
    ...{ title: words.changed.title, body: words.changed.body(post.name, sayWindow(from, to)) },
  });
  return { done: true };
}

const needed = {
  add: { in: true, out: false },
  remove: { in: false, out: true },
  replace: { in: true, out: true },
} as const;

/** Adds, removes or replaces a person for a while. */
export const overrideDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.overrideDuty> =>
  (actor, { id, kind, out, in: comes, ...rest }, call) => {
    if (needed[kind].out !== (out !== null)) throw badField('out', '请选换下的人');
    if (needed[kind].in !== (comes !== null)) throw badField('in', '请选来当班的人');
    if (out !== null && out === comes) throw badField('in', '请选另一个人');
    return change(deps, actor, { _id: id, kind, out, in: comes, shifts: [], ...rest }, call);
  };

/** Fixed shifts that replace the plan for a while. */
export const setTemporaryDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.setTemporaryDuty> =>
  (actor, { id, shifts, ...rest }, call) => {
    const wrong = shifts.findIndex((one) => one.to <= one.from || one.from < rest.from || one.to > rest.to);
    if (wrong >= 0) throw badField(`shifts.${wrong}.to`, '班次要在临时排班的时间里，结束晚于开始');
    const dated = shifts.map((one) => ({ ...one, from: new Date(one.from), to: new Date(one.to) }));
    return change(deps, actor, { _id: id, kind: 'temporary', out: null, in: null, shifts: dated, ...rest }, call);
  };

/** Takes a change back: from now on it does not count any more. */
export const endDutyChange =
  (deps: Deps): Handler<typeof rosterEndpoints.endDutyChange> =>
  async (actor, { changeId }) => {
    const { streetId } = actor;
    const found = await deps.plans.change(streetId, changeId);
    const post = found && (await deps.plans.post(streetId, found.postId));
    if (!post || !plansFor(actor, post.communityId)) throw new Refusal('duty_change_not_found');
    await deps.plans.endChange(streetId, changeId, deps.clock());
    await tellPeople(deps, namedIn(found), {
      ...{ cause: `ended:${changeId}`, streetId, place: post.communityId },
      ...{ title: words.changed.title, body: words.changed.body(post.name, sayWindow(found.from, found.to)) },
    });
    return { done: true };
  };
