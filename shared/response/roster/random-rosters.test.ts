import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, timeOf } from '../../time.ts';
import { dutySpans, onDutyAt } from './duty.ts';
import { dayChoices, turnLengths } from './labels.ts';
import { findHoles } from './proof.ts';
import type { Change, KindOf, Leave, Post, Roster, ShiftRule } from './roster.ts';

const minute = 60_000;
const kinds: Record<string, 'holiday' | 'rest' | 'work'> = { '2026-10-31': 'work', '2026-11-02': 'holiday' };
const kindOf: KindOf = (day) =>
  kinds[day] ?? ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 'rest' : 'work');

const at = (day: string, time = '00:00') => instantOf(day, time).getTime();

// The days over which random rosters are compared: across the end of a month, with a make-up Saturday and a holiday.
const first = at('2026-10-30', '12:00');
const minutes = 4 * 24 * 60;
const last = first + minutes * minute;

/** Who is on duty at every minute, by painting: slow, and written without the rules' own code. */
function painted(roster: Roster): Map<string, string>[][] {
  return roster.posts.map((post) => {
    const line = Array.from({ length: minutes }, () => new Map<string, string>());
    const paint = (from: number, to: number, stroke: (cell: Map<string, string>) => void) => {
      for (let n = 0; n < minutes; n++) if (first + n * minute >= from && first + n * minute < to) stroke(line[n]!);
    };
    for (const plan of post.plans) {
      paint(plan.from, last, (cell) => cell.clear());
      for (const shift of plan.shifts) {
        for (const [day, people] of simulated(shift)) {
          const from = at(day, shift.from);
          let to = at(day, shift.to);
          if (to <= from) to += 24 * 60 * minute;
          paint(Math.max(from, plan.from), to, (cell) => {
            for (const person of people) if (!cell.has(person)) cell.set(person, 'shift');
          });
        }
      }
    }
    for (const change of [...roster.changes].sort((a, b) => a.at - b.at)) {
      if (change.postId !== post.id) continue;
      paint(change.from, change.to, (cell) => {
        if (change.kind === 'temporary') return cell.clear();
        const had = change.out !== null && cell.has(change.out);
        if (change.kind !== 'add') cell.delete(change.out ?? '');
        if (change.kind === 'remove' || cell.has(change.in!)) return;
        if (change.kind === 'add' || had) cell.set(change.in!, change.via);
      });
      if (change.kind !== 'temporary') continue;
      for (const { from, to, accountIds } of change.shifts) {
        paint(Math.max(from, change.from), Math.min(to, change.to), (cell) => {
          for (const person of accountIds) if (!cell.has(person)) cell.set(person, 'temporary');
        });
      }
    }
    for (const { accountId, from, to } of roster.leaves) paint(from, to, (cell) => void cell.delete(accountId));
    return line;
  });
}

/** Walks a rotation day by day from its first turn, the next one taking over as the rule says. */
function simulated(shift: ShiftRule): Map<string, readonly string[]> {
  const happened = new Map<string, readonly string[]>();
  let turn = 0;
  for (let day = shift.since; day <= '2026-11-05'; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (day !== shift.since) {
      if (shift.each === 'day') turn++;
      if (shift.each === 'week' && weekday === 1) turn++;
      if (shift.each === 'month' && day.endsWith('-01')) turn++;
    }
    const kind = kindOf(day);
    const happens =
      shift.days === 'every' ||
      (shift.days === 'weekdays' && shift.weekdays.includes(weekday)) ||
      (shift.days === 'work' && kind === 'work') ||
      (shift.days === 'rest' && kind !== 'work') ||
      (shift.days === 'holiday' && kind === 'holiday');
    if (!happens) continue;
    if (shift.turns.length) happened.set(day, shift.turns[turn % shift.turns.length]!);
    if (shift.each === 'shift') turn++;
  }
  return happened;
}

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 2 });
const clock = fc.integer({ min: 0, max: 47 }).map((half) => timeOf(at('2026-01-01') + half * 30 * minute));
const instant = fc.integer({ min: -900, max: minutes + 900 }).map((n) => first + n * minute);
const stretch = fc
  .tuple(instant, fc.integer({ min: 0, max: 3000 }))
  .map(([from, long]) => ({ from, to: from + long * minute }));
const shiftRule: fc.Arbitrary<ShiftRule> = fc.record({
  ...{ id: fc.uuid(), name: fc.constant('班'), from: clock, to: clock, days: fc.constantFrom(...dayChoices) },
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
  each: fc.constantFrom(...turnLengths),
  since: fc.integer({ min: 4, max: 40 }).map((days) => addDays('2026-10-28', -days)),
  turns: fc.array(people, { maxLength: 4 }),
});
const post = (id: string): fc.Arbitrary<Post> =>
  fc.record({
    ...{ id: fc.constant(id), communityId: fc.constant(id) },
    plans: fc.array(
      fc.record({ from: fc.oneof(fc.constant(0), instant), shifts: fc.array(shiftRule, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  });
const change: fc.Arbitrary<Change> = fc
  .tuple(
    fc.record({ id: fc.uuid(), postId: fc.constantFrom('p', 'q'), at: fc.integer({ min: 0, max: 1e9 }) }),
    stretch,
    fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        out: fc.constant(null),
        in: person,
        via: fc.constant('override' as const),
      }),
      fc.record({
        kind: fc.constant('remove' as const),
        out: person,
        in: fc.constant(null),
        via: fc.constant('override' as const),
      }),
      fc.record({
        ...{ kind: fc.constant('replace' as const), out: person, in: person },
        via: fc.constantFrom('override' as const, 'swap' as const),
      }),
      fc.record({
        kind: fc.constant('temporary' as const),
        shifts: fc.array(
          fc.tuple(stretch, people).map(([span, accountIds]) => ({ ...span, accountIds })),
          { maxLength: 3 },
        ),
      }),
    ),
  )
  .filter(([, , what]) => what.kind !== 'replace' || what.in !== what.out)
  .map(([head, span, what]) => ({ ...head, ...span, ...what }));
const leave: fc.Arbitrary<Leave> = fc.tuple(person, stretch).map(([accountId, span]) => ({ accountId, ...span }));
const roster: fc.Arbitrary<Roster> = fc.record({
  posts: fc.tuple(post('p'), post('q')).map((both) => [...both]),
  changes: fc.uniqueArray(change, { maxLength: 7, selector: (one) => one.at }),
  leaves: fc.array(leave, { maxLength: 3 }),
  kindOf: fc.constant(kindOf),
});

describe('who is on duty', () => {
  it('agrees with painting every minute, for random rosters with changes, leaves and swaps, over a month end', () => {
    fc.assert(
      fc.property(roster, (random) => {
        const truth = painted(random);
        const spans = dutySpans(random, first, last);
        random.posts.forEach(({ id }, p) => {
          const said = Array.from({ length: minutes }, () => new Map<string, string>());
          for (const span of spans.filter(({ postId }) => postId === id)) {
            for (let n = (span.from - first) / minute; n < (span.to - first) / minute; n++) {
              expect(said[n]!.has(span.accountId)).toBe(false);
              said[n]!.set(span.accountId, span.via);
            }
          }
          for (let n = 0; n < minutes; n++) {
            const [mine, true_] = [said[n]!, truth[p]![n]!];
            const same = mine.size === true_.size && [...mine].every(([who, via]) => true_.get(who) === via);
            if (!same)
              expect([timeOf(first + n * minute), [...mine]]).toEqual([timeOf(first + n * minute), [...true_]]);
            if (n % 97 === 0) {
              const now = onDutyAt(random, first + n * minute).filter(({ postId }) => postId === id);
              expect(now.map(({ accountId }) => accountId).sort()).toEqual([...true_.keys()].sort());
            }
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('finds exactly the minutes in which a community has nobody', () => {
    fc.assert(
      fc.property(roster, (random) => {
        const truth = painted(random);
        const reach = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { app: true, phone: id !== 'e' }]));
        const communities = ['p', 'q'];
        const holes = findHoles({
          roster: random,
          communities,
          from: first,
          to: last,
          fits: (id) => id !== 'd',
          reach,
        });
        const covered = (n: number, p: number) =>
          [...truth[p]![n]!.keys()].some((id) => !['d', 'e'].includes(id) && !truth[1 - p]![n]!.has(id));
        communities.forEach((communityId, p) => {
          const empty = new Set<number>();
          for (const hole of holes.filter((one) => one.communityId === communityId)) {
            for (let n = (hole.from - first) / minute; n < (hole.to - first) / minute; n++) empty.add(n);
          }
          for (let n = 0; n < minutes; n++)
            if (empty.has(n) === covered(n, p)) expect([n, empty.has(n)]).toBe(covered(n, p));
        });
      }),
      { numRuns: 40 },
    );
  });
});
