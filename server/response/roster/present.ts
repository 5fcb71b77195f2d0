import { planAt } from '@wubian/shared/response/roster/duty.ts';
import type { ShiftRule, Span } from '@wubian/shared/response/roster/roster.ts';
import type { DutyChange, DutyPost, DutySpan } from '@wubian/shared/response/roster/schema.ts';
import type * as z from 'zod';
import type { NameOf } from './people.ts';
import { planOf } from './read-roster.ts';
import type { StoredChange, StoredPost } from './stored.ts';

const wireShift = (shift: ShiftRule) => ({
  ...shift,
  weekdays: [...shift.weekdays],
  turns: shift.turns.map((turn) => [...turn]),
});
const wireShifts = (shifts: readonly ShiftRule[]) => shifts.map(wireShift);

/** A post as whoever plans sees it; who only reads gets no draft and no past plans. */
export function presentPost(post: StoredPost, canPlan: boolean, now: Date): z.output<typeof DutyPost> {
  const { _id: id, communityId, name, phone, rev, draft, plans } = post;
  return {
    ...{ id, communityId, name, phone, rev, canPlan },
    shifts: wireShifts(planAt({ plans: plans.map(planOf) }, now.getTime())?.shifts ?? []),
    draft: canPlan && draft ? wireShifts(draft) : null,
    plans: canPlan
      ? plans.toReversed().map(({ from, byName, at, holes, shifts }) => ({
          ...{ from: from.toISOString(), by: byName, at: at.toISOString(), holes, shifts: wireShifts(shifts) },
        }))
      : [],
  };
}

export const presentSpan = (span: Span, nameOf: NameOf): z.output<typeof DutySpan> => ({
  ...{ postId: span.postId, communityId: span.communityId, shiftName: span.shiftName, via: span.via },
  ...{ from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() },
  ...{ accountId: span.accountId, name: nameOf(span.accountId) },
});

/** Everybody whom a change names. */
export const namedIn = (change: StoredChange): string[] =>
  [change.in, change.out, ...change.shifts.flatMap(({ accountIds }) => accountIds)].filter((id) => id !== null);

export function presentChange(
  change: StoredChange,
  nameOf: NameOf,
  canPlan: boolean,
  now: Date,
): z.output<typeof DutyChange> {
  const who = (accountId: string | null) => accountId && { accountId, name: nameOf(accountId) };
  const when = ({ from, to }: { from: Date; to: Date }) => ({ from: from.toISOString(), to: to.toISOString() });
  return {
    ...{ id: change._id, postId: change.postId, kind: change.kind, ...when(change) },
    ...{ out: who(change.out) || null, in: who(change.in) || null },
    shifts: change.shifts.map((shift) => ({ ...when(shift), names: shift.accountIds.map(nameOf) })),
    ...{ reason: change.reason, by: change.byName, at: change.at.toISOString(), canEnd: canPlan && change.to > now },
  };
}
