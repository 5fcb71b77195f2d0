import { createHash } from 'node:crypto';
import { dutySpans } from '@wubian/shared/response/roster/duty.ts';
import type { ShiftRule } from '@wubian/shared/response/roster/roster.ts';
import type { Charge, Charges, HandingOver } from '../../charges.ts';
import { communityOf } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import { leaderPlace } from './find-holes.ts';
import { dutyRoleIn, staffOf } from './people.ts';
import type { StoredPlan, StoredPost } from './stored.ts';

const words = {
  alone: '这个岗位只排了这一个人，请先选接班的人',
  unfit: '接手人在这里没有能当班的身份，请另选一位',
  changed: '排班刚被别人改过，请再试一次',
  note: (shifts: number) => (shifts ? `今后四周还有 ${shifts} 班` : '在排班的轮换里'),
} as const;
const day = 86_400_000;
/** As far ahead as a change can reach. */
const year = 370 * day;

/** Plans that count now or later: no plan published after one of them begins before it. */
function effective(plans: readonly StoredPlan[], at: Date): StoredPlan[] {
  const current = plans.findLast(({ from }) => from <= at);
  const later = plans.filter((plan, n) => plan.from > at && !plans.slice(n + 1).some(({ from }) => from <= plan.from));
  return current ? [current, ...later] : later;
}

const namesHer = (shifts: readonly ShiftRule[], her: string): boolean =>
  shifts.some(({ turns }) => turns.some((turn) => turn.includes(her)));

/** The shifts with somebody in her place; without anybody her turn goes to those who stand with her or to the next. */
const without = (shifts: readonly ShiftRule[], her: string, heir: string | null): ShiftRule[] =>
  shifts.map((shift) => ({
    ...shift,
    turns: shift.turns
      .map((turn) => [...new Set(turn.flatMap((one) => (one !== her ? [one] : heir ? [heir] : [])))])
      .filter((turn) => turn.length > 0),
  }));

/** Future duty: whoever leaves a place hands her turns and her shifts over. One charge is one post. */
export function chargeOfDuty(deps: Deps): Charges {
  async function comingShifts(post: StoredPost, her: string, at: Date, ahead: number) {
    const { roster } = await deps.readRoster.between(post.streetId, at, new Date(+at + ahead));
    return dutySpans(roster, +at, +at + ahead).filter(
      ({ postId, accountId }) => postId === post._id && accountId === her,
    );
  }
  async function toCharge(post: StoredPost, her: string, at: Date): Promise<Charge | null> {
    const shifts = await comingShifts(post, her, at, 28 * day);
    const isPlanned = effective(post.plans, at).some((plan) => namesHer(plan.shifts, her));
    if (!isPlanned && shifts.length === 0) return null;
    const street = await deps.streets.street(post.streetId);
    const place = post.communityId === null ? leaderPlace : (communityOf(street, post.communityId)?.name ?? '');
    return {
      ...{ kind: 'duties', id: post._id, elderId: null, communityId: post.communityId },
      ...{ title: `${place} ${post.name}`, note: words.note(shifts.length) },
    };
  }

  /** What the plans leave over: temporary schedules, replacements and swaps that name her. */
  async function replaceRest(post: StoredPost, her: string, heir: string | null, { id, by, at, why }: HandingOver) {
    const rest = await comingShifts(post, her, at, year);
    const last = Math.max(...rest.map(({ to }) => to));
    if (rest.length === 0) return;
    const _id = createHash('sha256').update(`${id}:${post._id}`).digest('hex').slice(0, 24);
    await deps.plans.addChange({
      ...{ _id, streetId: post.streetId, postId: post._id, kind: heir ? 'replace' : 'remove', out: her, in: heir },
      ...{ shifts: [], from: at, to: new Date(last), reason: why, by: by.accountId, byName: by.name, at },
    });
  }

  return {
    kind: 'duties',
    async of({ streetId, accountId, ends, stays }) {
      const posts = await deps.plans.posts(streetId);
      const lost = posts.filter(({ communityId }) => dutyRoleIn(ends, communityId) && !dutyRoleIn(stays, communityId));
      const charges = await Promise.all(lost.map((post) => toCharge(post, accountId, deps.clock())));
      return charges.filter((charge) => charge !== null);
    },
    async passOn({ streetId, accountId: her }, { id }, handing) {
      const post = await deps.plans.post(streetId, id);
      if (!post) return null;
      const { to, at, by, dry } = handing;
      if (to && !dutyRoleIn(to.roles, post.communityId)) return words.unfit;
      const heir = to?.accountId ?? null;
      const plans = effective(post.plans, at);
      const next = plans.map((plan) => ({ ...plan, shifts: without(plan.shifts, her, heir) }));
      const isEmptied = next.some(({ shifts }, n) =>
        shifts.some(({ turns }, s) => turns.length === 0 && plans[n]!.shifts[s]!.turns.length > 0),
      );
      if (isEmptied) return words.alone;
      if (dry) return null;
      if (plans.some(({ shifts }) => namesHer(shifts, her))) {
        const signed = { by: by.accountId, byName: by.name, at };
        const again = next.map((plan) => ({ ...plan, ...signed, from: plan.from < at ? at : plan.from }));
        if (!(await deps.plans.publish(post, again, false))) return words.changed;
      }
      await replaceRest(post, her, heir, handing);
      await deps.swaps.withdrawAll(streetId, her);
      return null;
    },
    async orphans(streetId, limit) {
      const [posts, staff] = await Promise.all([deps.plans.posts(streetId), staffOf(deps, streetId)]);
      const at = deps.clock();
      const lost = posts.flatMap((post) => {
        const planned = effective(post.plans, at).flatMap(({ shifts }) => shifts.flatMap(({ turns }) => turns.flat()));
        return [...new Set(planned)].flatMap((her) => (staff.roleIn(her, post.communityId) ? [] : [{ post, her }]));
      });
      const charges = await Promise.all(
        lost.slice(0, limit).map(async ({ post, her }) => {
          const charge = await toCharge(post, her, at);
          return charge && { ...charge, accountId: her };
        }),
      );
      return charges.filter((charge) => charge !== null);
    },
  };
}
