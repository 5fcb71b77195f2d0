import type { KindOf, ShiftRule } from './roster.ts';

const dayMs = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayOfNumber = (n: number): string => new Date(n * dayMs).toISOString().slice(0, 10);

/** Weeks begin on Monday; day 0 of the count was a Thursday. */
const weekOf = (day: string): number => Math.floor((numberOf(day) + 3) / 7);
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** True if the shift begins on this day. */
export function happensOn(shift: ShiftRule, day: string, kindOf: KindOf): boolean {
  if (shift.days === 'every') return true;
  if (shift.days === 'weekdays') return shift.weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const kind = kindOf(day);
  return shift.days === 'rest' ? kind !== 'work' : kind === shift.days;
}

/** Counts that were made, by shift: how often it happens from `since` up to each later day. */
const counted = new WeakMap<ShiftRule, { kindOf: KindOf; upTo: number[] }>();

/** How often the shift happens from `since` up to `day`, not counting `day`; negative for days before. */
function timesBefore(shift: ShiftRule, day: string, kindOf: KindOf): number {
  const [first, last] = [numberOf(shift.since), numberOf(day)];
  const at = (n: number): number => (happensOn(shift, dayOfNumber(n), kindOf) ? 1 : 0);
  if (last < first) {
    let times = 0;
    for (let n = last; n < first; n++) times += at(n);
    return times && -times;
  }
  const kept = counted.get(shift);
  const counts = kept?.kindOf === kindOf ? kept : { kindOf, upTo: [0] };
  counted.set(shift, counts);
  for (let n = counts.upTo.length; n <= last - first; n++) counts.upTo.push(counts.upTo[n - 1]! + at(first + n - 1));
  return counts.upTo[last - first]!;
}

/** Which turn a day belongs to, counted from that of `since`. */
function turnNumber(shift: ShiftRule, day: string, kindOf: KindOf): number {
  const { since, each } = shift;
  if (each === 'day') return numberOf(day) - numberOf(since);
  if (each === 'week') return weekOf(day) - weekOf(since);
  if (each === 'month') return monthOf(day) - monthOf(since);
  return timesBefore(shift, day, kindOf);
}

/** Who has the shift that begins on this day. */
export function turnOn(shift: ShiftRule, day: string, kindOf: KindOf): readonly string[] {
  const { length } = shift.turns;
  if (length === 0) return [];
  const turn = turnNumber(shift, day, kindOf) % length;
  return shift.turns[(turn + length) % length]!;
}
