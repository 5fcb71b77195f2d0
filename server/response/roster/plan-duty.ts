import { Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { provedDays } from '@wubian/shared/response/roster/proof.ts';
import type { ShiftRule } from '@wubian/shared/response/roster/roster.ts';
import { addDays, dayOf, instantOf, sayDay } from '@wubian/shared/time.ts';
import type { Actor } from '../../actor.ts';
import type { Handler } from '../../handler.ts';
import { communityOf } from '../../streets/index.ts';
import { yearNote } from './calendar.ts';
import type { Deps } from './deps.ts';
import { holesOf, presentHole } from './find-holes.ts';
import { namesOf, staffOf } from './people.ts';
import { presentPost } from './present.ts';
import { planOf } from './read-roster.ts';
import { plansFor, postToPlan } from './scope.ts';
import type { StoredPost } from './stored.ts';
import { tellPlanned } from './tell.ts';

const peopleIn = (shifts: readonly ShiftRule[]): string[] => [...new Set(shifts.flatMap(({ turns }) => turns.flat()))];

/** Throws `duty_person_unfit` if one of these may not be on duty in this place. */
export async function needFit(deps: Deps, streetId: string, place: string | null, ids: readonly string[]) {
  const staff = await staffOf(deps, streetId);
  if (ids.some((id) => staff.roleIn(id, place) === null)) throw new Refusal('duty_person_unfit');
}

/** Writes the draft of a post, made with its first draft. */
export const planDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.planDuty> =>
  async (actor, { postId, communityId, name, phone, rev, shifts }, call) => {
    const { streetId } = actor;
    const street = await deps.streets.street(streetId);
    if (communityId !== null && !communityOf(street, communityId)) throw new Refusal('area_unknown');
    if (!plansFor(actor, communityId)) throw new Refusal('not_allowed');
    await needFit(deps, streetId, communityId, peopleIn(shifts));
    const saved = await deps.plans.saveDraft({ _id: postId, streetId, communityId, name, phone, rev, draft: shifts });
    if (!saved) throw new Refusal('duty_changed');
    call.about({ what: `排班草稿：${name}` });
    return presentPost(await postToPlan(deps, actor, postId), true, deps.clock());
  };

/** From when a plan published for this day counts: its first moment, or now for today. */
function startOf(from: string, now: Date): Date {
  if (from < dayOf(now)) throw new Refusal('duty_past');
  return from === dayOf(now) ? now : instantOf(from);
}

/** The holes that the draft of a post would have from its first day on. */
async function proveDraft(deps: Deps, { streetId }: Actor, post: StoredPost, from: string) {
  const start = startOf(from, deps.clock());
  const end = instantOf(addDays(from, provedDays));
  const { roster } = await deps.readRoster.between(streetId, start, end);
  const plan = planOf({ from: start, shifts: post.draft ?? [] });
  const drafted = roster.posts.map((one) => (one.id === post._id ? { ...one, plans: [...one.plans, plan] } : one));
  const proved = { ...roster, posts: drafted };
  const holes = await holesOf(deps, streetId, proved, { places: [post.communityId], from: start, to: end });
  return { holes, start, end };
}

export const proveDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.proveDuty> =>
  async (actor, { postId, from }) => {
    const post = await postToPlan(deps, actor, postId);
    const { holes, start, end } = await proveDraft(deps, actor, post, from);
    const street = await deps.streets.street(actor.streetId);
    const nameOf = await namesOf(
      deps,
      holes.flatMap(({ accountIds }) => accountIds),
    );
    return {
      holes: holes.map((hole) => presentHole(hole, street, nameOf)),
      ...{ from: start.toISOString(), to: end.toISOString() },
      yearNote: yearNote(from, addDays(from, provedDays - 1)),
    };
  };

/** Puts the draft in force from a day on. With holes only on an explicit yes: the head or the duty leader stands in. */
export const publishDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.publishDuty> =>
  async (actor, { postId, rev, from, despite }, call) => {
    const post = await postToPlan(deps, actor, postId);
    if (post.rev !== rev || !post.draft) throw new Refusal('duty_changed');
    await needFit(deps, actor.streetId, post.communityId, peopleIn(post.draft));
    const { holes, start } = await proveDraft(deps, actor, post, from);
    if (holes.length && !despite) throw new Refusal('duty_has_holes', { data: { holes: holes.length } });
    const { accountId: by, name: byName } = actor;
    const plan = { from: start, shifts: post.draft, by, byName, at: deps.clock(), holes: holes.length };
    if (!(await deps.plans.publish(post, [plan], true))) throw new Refusal('duty_changed');
    call.about({ what: `发布排班：${post.name}，${sayDay(from)}起，空档 ${holes.length} 处` });
    await tellPlanned(deps, post, plan, peopleIn(post.draft));
    return presentPost(await postToPlan(deps, actor, postId), true, deps.clock());
  };
