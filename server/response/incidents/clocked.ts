import { type Clocked, type Due, nextDueOf } from '@wubian/shared/response/deadlines.ts';
import type { Checked } from '@wubian/shared/response/no-answer.ts';
import type { StoredIncident } from './stored-incident.ts';

/** What a history says of the no-answer protocol since it last began. */
export function checkedOf({ history, noAnswerSince }: Pick<StoredIncident, 'history' | 'noAnswerSince'>): Checked[] {
  if (!noAnswerSince) return [];
  return history.flatMap(({ move, at, said }) =>
    move === 'check' && at >= noAnswerSince && said.check && said.result
      ? [{ check: said.check, result: said.result, at: at.getTime() }]
      : [],
  );
}

const clocked = (one: StoredIncident): Clocked => ({
  status: one.status,
  raisedAt: one.raisedAt.getTime(),
  ladder: one.ladder,
  times: one.times,
  history: one.history.map(({ move, at }) => ({ move, at: at.getTime() })),
  noAnswerSince: one.noAnswerSince?.getTime() ?? null,
  checked: checkedOf(one),
  followed: one.followed,
});

/** What the clock does next with it. */
export const dueOf = (one: StoredIncident): Due | null => nextDueOf(clocked(one));
