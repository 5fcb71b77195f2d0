import type { Move, TaskStatus } from './lifecycle.ts';
import { reviewAboveMinutes } from './minutes.ts';

/** The hours that the clock works by; a street parameter with these defaults. */
export interface DeadlineRules {
  /** Unconfirmed service is confirmed by rule after this many hours (issue: 48). */
  confirmAfterHours: number;
  /** The family is reminded to confirm this many hours after the end. */
  remindConfirmAfterHours: number;
  /** The worker is told this long before an unclaimed window begins. */
  warnUnclaimedBeforeHours: number;
  /** The volunteer is reminded this long before the window begins. */
  remindVisitBeforeHours: number;
  /** The worker is told when a claimed visit has not begun this long after the window began. */
  notStartedAfterMinutes: number;
  /** Volunteer and worker are told when a visit is not ended this long after the window's end. */
  notFinishedAfterHours: number;
}

export const defaultDeadlineRules: DeadlineRules = {
  confirmAfterHours: 48,
  remindConfirmAfterHours: 24,
  warnUnclaimedBeforeHours: 12,
  remindVisitBeforeHours: 2,
  notStartedAfterMinutes: 30,
  notFinishedAfterHours: 2,
};

/** What the clock needs to know of a task; instants in epoch milliseconds. */
export interface Timed {
  status: TaskStatus;
  windowFrom: number;
  windowTo: number;
  /** When the task came into its present status. */
  since: number;
  finishedAt: number | null;
  minutes: number | null;
  /** Clock moves already made in the present status: each is made once. */
  made: readonly Move[];
}

export interface DueMove {
  move: Move;
  /** Epoch milliseconds from which it is due. */
  at: number;
}

const hour = 3_600_000;

/**
 * All clock moves still ahead of a task, the earliest first. Pure: the worker applies what is due and stores the
 * next instant, so a stop of any length makes each move once. The expiry of an unclaimed task is always preceded
 * by a warning to its worker, even when the request came in late.
 */
export function dueMoves(task: Timed, rules: DeadlineRules): DueMove[] {
  const due: DueMove[] = [];
  const add = (move: Move, at: number): void => {
    if (!task.made.includes(move)) due.push({ move, at });
  };
  switch (task.status) {
    case 'asked':
    case 'open':
      // A late request has half of what is left before its window as warning time.
      add(
        'warnUnclaimed',
        Math.max(
          task.windowFrom - rules.warnUnclaimedBeforeHours * hour,
          (task.since + Math.max(task.windowFrom, task.since)) / 2,
        ),
      );
      add('expire', task.windowTo);
      break;
    case 'claimed':
      // Who accepts at the last moment needs no reminder of it.
      if (task.since < task.windowFrom - rules.remindVisitBeforeHours * hour) {
        add('remindVisit', task.windowFrom - rules.remindVisitBeforeHours * hour);
      }
      add(
        'warnNotStarted',
        Math.max(
          task.windowFrom + rules.notStartedAfterMinutes * 60_000,
          task.since + rules.notStartedAfterMinutes * 60_000,
        ),
      );
      break;
    case 'inService':
      add('warnNotFinished', Math.max(task.windowTo, task.since) + rules.notFinishedAfterHours * hour);
      break;
    case 'done': {
      add('remindConfirm', task.since + rules.remindConfirmAfterHours * hour);
      const byRule = (task.minutes ?? 0) <= reviewAboveMinutes;
      add(byRule ? 'confirmByRule' : 'askReview', task.since + rules.confirmAfterHours * hour);
      break;
    }
    default:
  }
  return due.sort((a, b) => a.at - b.at);
}
