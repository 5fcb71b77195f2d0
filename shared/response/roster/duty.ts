import { addDays, dayOf, instantOf } from '../../time.ts';
import type { Change, OnDuty, Post, Roster, ShiftRule, Span } from './roster.ts';
import { happensOn, turnOn } from './turns.ts';

/** From when to when a shift that begins on this day lasts, in milliseconds; equal times are a whole day. */
export function shiftTimes(shift: Pick<ShiftRule, 'from' | 'to'>, day: string): { from: number; to: number } {
  const lastDay = shift.to > shift.from ? day : addDays(day, 1);
  return { from: instantOf(day, shift.from).getTime(), to: instantOf(lastDay, shift.to).getTime() };
}

const covers = (at: number) => (span: { from: number; to: number }) => span.from <= at && at < span.to;

/** The plan of a post that counts at an instant: the last published of those that have begun. */
export const planAt = (post: Pick<Post, 'plans'>, at: number) => post.plans.findLast(({ from }) => from <= at);

function plannedAt(post: Post, at: number, kindOf: Roster['kindOf']): OnDuty[] {
  const today = dayOf(at);
  const { id: postId, communityId } = post;
  return (planAt(post, at)?.shifts ?? []).flatMap((shift) =>
    [addDays(today, -1), today]
      .filter((day) => happensOn(shift, day, kindOf) && covers(at)(shiftTimes(shift, day)))
      .flatMap((day) =>
        turnOn(shift, day, kindOf).map((accountId) => ({
          ...{ postId, communityId, accountId, via: 'shift' as const },
          ...{ slot: `${shift.id}:${day}`, shiftName: shift.name },
        })),
      ),
  );
}

/** What a change makes of those who would be on duty at an instant that it covers. */
function changed(before: OnDuty[], change: Change, post: Post, at: number): OnDuty[] {
  const place = { postId: post.id, communityId: post.communityId };
  if (change.kind === 'temporary') {
    return change.shifts.flatMap((shift, n) =>
      covers(at)(shift)
        ? shift.accountIds.map((accountId) => ({
            ...{ ...place, accountId, via: 'temporary' as const, slot: `${change.id}:${n}`, shiftName: '' },
          }))
        : [],
    );
  }
  if (change.kind === 'remove') return before.filter(({ accountId }) => accountId !== change.out);
  if (change.in === null) return before;
  const comes = { accountId: change.in, via: change.via };
  const isThere = before.some(({ accountId }) => accountId === change.in);
  if (change.kind === 'add')
    return isThere ? before : [...before, { ...place, ...comes, slot: change.id, shiftName: '' }];
  if (isThere) return before.filter(({ accountId }) => accountId !== change.out);
  return before.map((one) => (one.accountId === change.out ? { ...one, ...comes } : one));
}

/** Changes of a post in the order in which they were decided. */
const changesOf = (roster: Roster, post: Post): Change[] =>
  roster.changes
    .filter(({ postId }) => postId === post.id)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id)));

function postAt(roster: Roster, post: Post, changes: readonly Change[], at: number): OnDuty[] {
  const here = changes
    .filter(covers(at))
    .reduce((before, change) => changed(before, change, post, at), plannedAt(post, at, roster.kindOf));
  const away = new Set(roster.leaves.filter(covers(at)).map(({ accountId }) => accountId));
  const seen = new Set<string>();
  return here.filter(({ accountId }) => !away.has(accountId) && !seen.has(accountId) && seen.add(accountId));
}

/**
 * Who is on duty at an instant (milliseconds), post by post. The plan says who; then each change in the order in which
 * it was decided (a temporary schedule replaces all that was decided before it); then whoever is on leave goes.
 */
export const onDutyAt = (roster: Roster, at: number): OnDuty[] =>
  roster.posts.flatMap((post) => postAt(roster, post, changesOf(roster, post), at));

/** Every instant inside [from, to) at which who is on duty at the post may change, in order, `from` first. */
export function turningPoints(roster: Roster, posts: readonly Post[], from: number, to: number): number[] {
  const points = new Set([from]);
  const note = (...instants: number[]) => {
    for (const one of instants) if (one > from && one < to) points.add(one);
  };
  const ids = new Set(posts.map(({ id }) => id));
  for (const { plans } of posts) {
    for (const plan of plans) {
      note(plan.from);
      for (let day = addDays(dayOf(from), -1); day <= dayOf(to); day = addDays(day, 1)) {
        for (const shift of plan.shifts) note(...Object.values(shiftTimes(shift, day)));
      }
    }
  }
  for (const change of roster.changes) {
    if (!ids.has(change.postId)) continue;
    note(change.from, change.to);
    if (change.kind === 'temporary') for (const shift of change.shifts) note(shift.from, shift.to);
  }
  for (const leave of roster.leaves) note(leave.from, leave.to);
  return [...points].sort((a, b) => a - b);
}

/** Who is on duty in [from, to) (milliseconds), shift by shift, by post and then by time; cut at both ends. */
export function dutySpans(roster: Roster, from: number, to: number): Span[] {
  return roster.posts.flatMap((post) => {
    const changes = changesOf(roster, post);
    const points = turningPoints(roster, [post], from, to);
    const spans: Span[] = [];
    let open = new Map<string, Span>();
    points.forEach((point, n) => {
      const until = points[n + 1] ?? to;
      const next = new Map<string, Span>();
      for (const one of postAt(roster, post, changes, point)) {
        const key = `${one.slot} ${one.accountId} ${one.via}`;
        const span = open.get(key) ?? { ...one, from: point, to: until };
        if (!open.has(key)) spans.push(span);
        span.to = until;
        next.set(key, span);
      }
      open = next;
    });
    return spans;
  });
}
