import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { dutySpans } from '@wubian/shared/response/roster/duty.ts';
import { dutyFigures } from '@wubian/shared/response/roster/figures.ts';
import { addDays, instantOf } from '@wubian/shared/time.ts';
import type { Handler } from '../../handler.ts';
import { kindOf } from './calendar.ts';
import type { Deps } from './deps.ts';
import { placesOf } from './notes.ts';
import { namesOf } from './people.ts';

/** The first day of a month (YYYY-MM) and that of the next one. */
export const daysOfMonth = (month: string): { from: string; to: string } => {
  const from = `${month}-01`;
  return { from, to: `${addDays(from, 31).slice(0, 7)}-01` };
};

/** Hours, nights, rest days and holidays of each person over a month, from the roster as it was. */
export const showFigures =
  (deps: Deps): Handler<typeof rosterEndpoints.dutyFigures> =>
  async (actor, { month, communityId }) => {
    const { from, to } = daysOfMonth(month);
    const [start, end] = [instantOf(from), instantOf(to)];
    const places = await placesOf(deps, actor, communityId);
    const { roster } = await deps.readRoster.between(actor.streetId, start, end);
    const spans = dutySpans(roster, +start, +end).filter((span) => places.includes(span.communityId));
    const figures = dutyFigures(spans, kindOf, +deps.clock());
    const nameOf = await namesOf(
      deps,
      figures.map(({ accountId }) => accountId),
    );
    return { items: figures.map((one) => ({ ...one, name: nameOf(one.accountId) })) };
  };
