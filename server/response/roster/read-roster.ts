import type { Change, Roster } from '@wubian/shared/response/roster/roster.ts';
import type { Clock } from '../../clock.ts';
import { keepBriefly } from '../../keep-briefly.ts';
import { kindOf } from './calendar.ts';
import type { LeaveStore } from './leave.store.ts';
import type { PlanStore } from './plan.store.ts';
import type { StoredChange, StoredPlan, StoredPost, StoredSwap } from './stored.ts';
import type { SwapStore } from './swap.store.ts';

/** A street's roster over a stretch of time, with the documents that it was made of. */
export interface ReadOut {
  roster: Roster;
  posts: readonly StoredPost[];
  changes: readonly StoredChange[];
}

export const planOf = ({ from, shifts }: Pick<StoredPlan, 'from' | 'shifts'>) => ({ from: from.getTime(), shifts });
const span = ({ from, to }: { from: Date; to: Date }) => ({ from: from.getTime(), to: to.getTime() });

const ofChange = (change: StoredChange): Change => {
  const { _id: id, postId, kind } = change;
  const head = { id, postId, at: change.at.getTime(), ...span(change) };
  if (kind === 'temporary') {
    return { ...head, kind, shifts: change.shifts.map((one) => ({ ...span(one), accountIds: one.accountIds })) };
  }
  return { ...head, kind, out: change.out, in: change.in, via: 'override' };
};

/** A swap that was taken is a replacement from the moment it was taken. */
const ofSwap = (swap: StoredSwap): Change => ({
  ...{ id: swap._id, postId: swap.postId, at: swap.takenAt!.getTime(), ...span(swap) },
  ...{ kind: 'replace', out: swap.by, in: swap.takenBy, via: 'swap' },
});

/** How long what is on right now is trusted by this process; what it writes itself it sees at once. */
const freshMs = 2_000;
const hour = 3_600_000;

export function createReadRoster(
  stores: { plans: PlanStore; swaps: SwapStore; leaves: LeaveStore },
  clock: Clock,
  hears: (forget: (streetId: string) => void) => void,
) {
  const { plans, swaps, leaves } = stores;
  const kept = keepBriefly<ReadOut>(clock, freshMs);

  /** The roster of [from, to), as it is stored now. */
  async function between(streetId: string, from: Date, to: Date): Promise<ReadOut> {
    const [posts, changes, taken, away] = await Promise.all([
      plans.posts(streetId),
      plans.changes(streetId, from, to),
      swaps.taken(streetId, from, to),
      leaves.granted(streetId, from, to),
    ]);
    const roster: Roster = {
      posts: posts.map(({ _id, communityId, plans }) => ({ id: _id, communityId, plans: plans.map(planOf) })),
      changes: [...changes.map(ofChange), ...taken.map(ofSwap)],
      leaves: away.map(({ accountId, ...when }) => ({ accountId, ...span(when) })),
      kindOf,
    };
    return { roster, posts, changes };
  }

  const hourOf = (at: Date) => Math.floor(at.getTime() / hour);
  /** How often each street was written to by this process: what was kept before is not found any more. */
  const writes = new Map<string, number>();
  hears((streetId) => void writes.set(streetId, (writes.get(streetId) ?? 0) + 1));
  const keyOf = (streetId: string, at: Date) => `${streetId}:${writes.get(streetId) ?? 0}:${hourOf(at)}`;

  return {
    between,
    /** The roster of the hour around an instant, kept for two seconds. */
    around: (streetId: string, at: Date): Promise<ReadOut> =>
      kept.get(keyOf(streetId, at), () =>
        between(streetId, new Date(hourOf(at) * hour), new Date((hourOf(at) + 1) * hour)),
      ),
  };
}

export type ReadRoster = ReturnType<typeof createReadRoster>;
