import { type DueMove, defaultDeadlineRules, dueMoves } from '@wubian/shared/companion/deadlines.ts';
import { type Move, moves } from '@wubian/shared/companion/lifecycle.ts';
import { type Rules, rulesAt, type Street } from '../streets/index.ts';
import type { StoredTask } from './stored-task.ts';

type Clocked = Pick<StoredTask, 'status' | 'windowFrom' | 'windowTo' | 'since' | 'finishedAt' | 'minutes'> & {
  history: readonly { move: Move | 'ask' }[];
};

const changesStatus = (move: Move | 'ask'): boolean => move === 'ask' || moves[move].to !== 'same';

/** The rules that a task in this status follows: those in force when it came into it, so a new rule waits for the next. */
const rulesOf = (street: Street, task: Pick<StoredTask, 'since'>): Rules => rulesAt(street, task.since);

/** After how many hours the rule confirms this task: what was in force when its service was submitted. */
export function hoursToConfirm(task: Pick<StoredTask, 'since' | 'history'>, street: Street): number {
  const finish = task.history.findLast(({ move }) => move === 'finish');
  return rulesAt(street, finish?.at ?? task.since).confirmAfterHours;
}

/** All clock moves still ahead of a task, the earliest first. */
export function aheadOf(task: Clocked, street: Street): DueMove[] {
  const entered = task.history.findLastIndex(({ move }) => changesStatus(move));
  const made = task.history.slice(entered + 1).map(({ move }) => move as Move);
  return dueMoves(
    {
      status: task.status,
      windowFrom: task.windowFrom.getTime(),
      windowTo: task.windowTo.getTime(),
      since: task.since.getTime(),
      finishedAt: task.finishedAt?.getTime() ?? null,
      minutes: task.minutes,
      made,
    },
    { ...defaultDeadlineRules, confirmAfterHours: rulesOf(street, task).confirmAfterHours },
  );
}

/** When the clock should look at the task next; null when nothing is ahead. */
export function nextDueOf(task: Clocked, street: Street): Date | null {
  const [first] = aheadOf(task, street);
  return first ? new Date(first.at) : null;
}
