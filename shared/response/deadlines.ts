import type { Ladder } from './ladder.ts';
import { rungAt } from './ladder.ts';
import { type IncidentStatus, isOpen, type Move, moveRow, type RuleMove } from './lifecycle.ts';
import { type Checked, checkSteps } from './no-answer.ts';

/** What the clock needs of an incident; instants in epoch ms. */
export interface Clocked {
  status: IncidentStatus;
  raisedAt: number;
  ladder: Ladder;
  times: Times;
  history: readonly { move: Move | 'raise'; at: number }[];
  /** Since when nobody answers; null: somebody does, or nobody has tried. */
  noAnswerSince: number | null;
  checked: readonly Checked[];
  followed: boolean;
}

/** The times of a street as they were when the incident began, in seconds. */
export interface Times {
  /** By when somebody should be there, and must. */
  onSite: number;
  onSiteLimit: number;
  /** After how long on the spot the outcome is asked for, again and again. */
  outcome: number;
  report: number;
  follow: number;
}

export interface Due {
  at: number;
  move: RuleMove;
}

const second = 1_000;

function lastAt({ history }: Clocked, is: (move: Move | 'raise') => boolean): number {
  return history.findLast(({ move }) => is(move))?.at ?? 0;
}

/** The rungs that were called since it last waited for somebody. */
export function rungsCalled(history: Clocked['history']): number {
  const from = history.findLastIndex(({ move }) => move === 'raise' || move === 'giveBack' || move === 'reopen');
  return history.slice(from + 1).filter(({ move }) => move === 'call').length;
}

function ladderDue(one: Clocked): Due {
  const called = rungsCalled(one.history);
  const last = lastAt(one, (move) => move === 'call' || move === 'raise' || move === 'giveBack' || move === 'reopen');
  const wait = called === 0 ? 0 : rungAt(one.ladder, called - 1).wait;
  return { at: last + wait * second, move: 'call' };
}

/** What was done last for the elder, or rung for it. */
const lastProgress = (one: Clocked, also: readonly Move[]): number =>
  lastAt(one, (move) => move === 'raise' || !!moveRow(move).progress || also.includes(move));

/** How late somebody is counts from the call, or from when it was opened again. */
function lateDue(one: Clocked): Due | null {
  if (one.status !== 'acknowledged' && one.status !== 'enRoute') return null;
  const begun = one.history.findLastIndex(({ move }) => move === 'raise' || move === 'reopen');
  const since = one.history[begun]?.at ?? one.raisedAt;
  const had = (move: Move) => one.history.slice(begun + 1).some((entry) => entry.move === move);
  if (!had('warnLate')) return { at: since + one.times.onSite * second, move: 'warnLate' };
  if (!had('warnLimit')) return { at: since + one.times.onSiteLimit * second, move: 'warnLimit' };
  return null;
}

function progressDue(one: Clocked): Due {
  const patience = one.status === 'onScene' || one.status === 'handedOver' ? one.times.outcome : one.ladder.stall;
  return { at: lastProgress(one, ['ringAgain']) + patience * second, move: 'ringAgain' };
}

function checkDue(one: Clocked): Due | null {
  if (one.noAnswerSince === null) return null;
  const now = checkSteps(one.noAnswerSince, one.checked).find(({ state }) => state === 'now');
  if (!now?.dueAt) return null;
  const rung = lastAt(one, (move) => move === 'checkDue');
  // Rung once when it is due, then with every stall until it is done.
  const at = rung >= now.dueAt ? rung + one.ladder.stall * second : now.dueAt;
  return { at, move: 'checkDue' };
}

function afterwards(one: Clocked): Due | null {
  if (one.status !== 'handled') return null;
  const since = lastAt(one, (move) => move === 'handle');
  const day = 86_400 * second;
  const next = (move: RuleMove, first: number): Due => {
    const last = one.history.findLast((entry) => entry.move === move && entry.at >= since)?.at;
    return { at: last === undefined ? first : last + day, move };
  };
  const follow = one.followed ? null : next('remindFollow', since + one.times.follow * second);
  const report = next('remindReport', since + one.times.report * second);
  return follow && follow.at <= report.at ? follow : report;
}

/**
 * What the clock does next with an incident, and when; null only when it is over. An open incident always has a next
 * step, whatever people did or left undone: this is the promise that an alarm never ends silently.
 */
export function nextDueOf(one: Clocked): Due | null {
  if (!isOpen(one.status)) return afterwards(one);
  const dues = [one.status === 'raised' ? ladderDue(one) : progressDue(one), lateDue(one), checkDue(one)];
  return dues.filter((due) => due !== null).reduce((first, due) => (due.at < first.at ? due : first));
}
