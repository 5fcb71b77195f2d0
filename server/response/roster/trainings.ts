import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../../actor.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { namesOf, staffOf } from './people.ts';
import { communitiesOf } from './scope.ts';

/** The same day of the month, `months` later; the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  const last = date.toISOString().slice(0, 10);
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

/** Those of the staff whom the actor keeps the record for. */
async function hers(deps: Deps, actor: Actor): Promise<string[]> {
  const communities = communitiesOf(actor, await deps.streets.street(actor.streetId));
  const staff = await staffOf(deps, actor.streetId);
  const isWide = actor.role === 'streetOffice';
  const isHers = (id: string) =>
    isWide || staff.rolesOf(id).some(({ communityIds }) => communityIds.some((one) => communities.includes(one)));
  return staff.ids.filter(isHers);
}

/** Enters a training with those who attended it. */
export const addTraining =
  (deps: Deps): Handler<typeof rosterEndpoints.addDutyTraining> =>
  async (actor, { id, day, title, accountIds }, call) => {
    const at = deps.clock();
    if (day > dayOf(at)) throw badField('day', '请选今天或以前的日子');
    const known = await hers(deps, actor);
    if (accountIds.some((one) => !known.includes(one))) throw new Refusal('duty_person_unfit');
    const training = { _id: id, streetId: actor.streetId, day, title, accountIds: [...new Set(accountIds)] };
    if (!(await deps.records.train({ ...training, by: actor.accountId, at }))) throw new Refusal('id_taken');
    call.about({ what: `当班培训：${accountIds.length} 人` });
    return { done: true };
  };

/** The record, and who is due: every so many months after the last training, at once for who had none. */
export const listTrainings =
  (deps: Deps): Handler<typeof rosterEndpoints.dutyTrainings> =>
  async (actor) => {
    const { streetId } = actor;
    const [all, months, known] = await Promise.all([
      deps.records.trainings(streetId),
      deps.streets.parameter(streetId, 'dutyTrainingMonths'),
      hers(deps, actor),
    ]);
    const isHers = new Set(known);
    const shown = all.filter(({ accountIds }) => accountIds.some((id) => isHers.has(id)));
    const nameOf = await namesOf(deps, [...known, ...shown.flatMap(({ accountIds, by }) => [...accountIds, by])]);
    const today = dayOf(deps.clock());
    return {
      items: shown.map(({ _id: id, day, title, accountIds, by }) => ({
        ...{ id, day, title, names: accountIds.map(nameOf), by: nameOf(by) },
      })),
      people: known
        .map((accountId) => {
          const last = all.find(({ accountIds }) => accountIds.includes(accountId))?.day ?? null;
          const due = last && addMonths(last, months);
          return { accountId, name: nameOf(accountId), last, due, late: due === null || due < today };
        })
        .sort((a, b) => Number(b.late) - Number(a.late) || (a.due ?? '').localeCompare(b.due ?? '')),
    };
  };
