import { type Role, roles } from '../roles.ts';
import { addDays, dayOf, instantOf } from '../time.ts';
import { type FalseCause, falseCauses, type HandOver, handOvers, type Source, sources } from './labels.ts';
import { isOpen, type Move, replay } from './lifecycle.ts';

/** What the figures need of a call for help; instants in epoch ms, times in seconds. */
export interface Told {
  drill: boolean;
  source: Source;
  raisedAt: number;
  times: { report: number; follow: number };
  history: readonly {
    move: Move | 'raise';
    at: number;
    /** Who did it; null: a key-holder behind her code, a device, or the clock. */
    role: Role | null;
    cause?: FalseCause | undefined;
    to?: HandOver | undefined;
  }[];
}

/** The value below or at which `share` (0 to 1) of all lie, by the nearest rank; null when there is none. */
export function percentile(values: readonly number[], share: number): number | null {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** How long something took: how often it happened, and in seconds for the half and for 95 of 100. */
export interface Span {
  count: number;
  p50: number | null;
  p95: number | null;
}
const spanOf = (seconds: readonly number[]): Span => ({
  ...{ count: seconds.length, p50: percentile(seconds, 0.5), p95: percentile(seconds, 0.95) },
});

/** How many of those that had to be done by now were done in time. */
export interface Kept {
  due: number;
  inTime: number;
}

export interface Counted {
  label: string;
  count: number;
}

/** A month of calls in figures. Drills are counted apart and are in no other figure. */
export interface IncidentFigures {
  calls: number;
  drills: number;
  /** Nobody has closed them. */
  open: number;
  acknowledged: Span;
  arrived: Span;
  /** Closed without anybody having taken it on. */
  untaken: number;
  /** Who took it on first. */
  takenBy: Counted[];
  sources: Counted[];
  falseAlarms: number;
  falseCauses: Counted[];
  handedOver: number;
  handOvers: Counted[];
  noAnswer: number;
  report: Kept;
  follow: Kept;
}

/** Moves by which a person takes a call on. */
const takes: readonly (Move | 'raise')[] = ['acknowledge', 'setOut', 'arrive'];

const tally = (names: readonly string[]): Counted[] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
};

const kept = (list: readonly (boolean | null)[]): Kept => {
  const due = list.filter((one) => one !== null);
  return { due: due.length, inTime: due.filter(Boolean).length };
};

/** Whether `done` came by `dueAt`; null while it may still come. */
const inTime = (done: number | undefined, dueAt: number, until: number): boolean | null => {
  if (done !== undefined) return done <= dueAt;
  return dueAt < until ? false : null;
};

/** The end of the day on which the elder is to be asked how she is, as `seconds` after it was handled say. */
const followEnd = (handledAt: number, seconds: number): number =>
  instantOf(addDays(dayOf(handledAt + seconds * 1_000), 1)).getTime() - 1;

/** What stands about one call up to `until`. */
function lookAt(one: Told, until: number) {
  const history = one.history.filter(({ at }) => at < until);
  const seconds = (at: number) => (at - one.raisedAt) / 1_000;
  const first = (is: (move: Move | 'raise') => boolean) => history.find(({ move }) => is(move));
  const taken = first((move) => takes.includes(move));
  const arrived = first((move) => move === 'arrive');
  const status = replay(history);
  const closing = history.findLast(({ move }) => move === 'handle' || move === 'falseAlarm');
  const handled = !isOpen(status) && closing?.move === 'handle' ? closing.at : null;
  const since = (wanted: Move) =>
    history.find(({ move, at }) => move === wanted && handled !== null && at >= handled)?.at;
  return {
    open: isOpen(status),
    taken: taken && { seconds: seconds(taken.at), by: taken.role ? roles[taken.role].label : '钥匙保管人' },
    arrived: arrived && seconds(arrived.at),
    falseCause: !isOpen(status) && closing?.move === 'falseAlarm' ? falseCauses[closing.cause ?? 'other'] : null,
    handOvers: [...new Set(history.flatMap(({ move, to }) => (move === 'handOver' && to ? [handOvers[to]] : [])))],
    noAnswer: history.some(({ move }) => move === 'noAnswer'),
    report: handled === null ? null : inTime(since('review'), handled + one.times.report * 1_000, until),
    follow: handled === null ? null : inTime(since('follow'), followEnd(handled, one.times.follow), until),
  };
}

/**
 * The figures of these calls as they stood at `until` (epoch ms, exclusive): made from histories alone, to which entries
 * are only ever added, so the same calls and the same `until` have the same figures whenever they are asked for.
 */
export function figuresOf(all: readonly Told[], until: number): IncidentFigures {
  const calls = all.filter(({ drill }) => !drill);
  const looked = calls.map((one) => lookAt(one, until));
  const said = <T>(list: readonly (T | null | undefined)[]): T[] =>
    list.flatMap((one) => (one === null || one === undefined ? [] : [one]));
  const falses = said(looked.map(({ falseCause }) => falseCause));
  return {
    calls: calls.length,
    drills: all.length - calls.length,
    open: looked.filter(({ open }) => open).length,
    acknowledged: spanOf(said(looked.map(({ taken }) => taken?.seconds))),
    arrived: spanOf(said(looked.map(({ arrived }) => arrived))),
    untaken: looked.filter(({ open, taken }) => !open && !taken).length,
    takenBy: tally(said(looked.map(({ taken }) => taken?.by))),
    sources: tally(calls.map(({ source }) => sources[source])),
    falseAlarms: falses.length,
    falseCauses: tally(falses),
    handedOver: looked.filter((one) => one.handOvers.length).length,
    handOvers: tally(looked.flatMap((one) => one.handOvers)),
    noAnswer: looked.filter(({ noAnswer }) => noAnswer).length,
    report: kept(looked.map(({ report }) => report)),
    follow: kept(looked.map(({ follow }) => follow)),
  };
}

/** A month 'YYYY-MM' as instants: where it begins and ends, and from when its figures no longer change. */
export function monthSpan(month: string): { from: Date; to: Date; settled: Date } {
  const after = addDays(`${month}-28`, 4).slice(0, 7);
  return { from: instantOf(`${month}-01`), to: instantOf(`${after}-01`), settled: instantOf(`${after}-10`) };
}
