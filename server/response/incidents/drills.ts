import type { Output } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { drillEndpoints } from '@wubian/shared/response/drills-contract.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { statuses } from '@wubian/shared/response/lifecycle.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Handler } from '../../handler.ts';
import type { Delivery } from '../../notices/door.ts';
import { communityOf } from '../../streets/index.ts';
import { nextRung } from './clock-worker.ts';
import type { Deps } from './deps.ts';
import { isAtDesk } from './incident.policy.ts';
import { byOf } from './look.ts';
import { raise } from './raise.ts';
import { answeredAfter } from './replay-incident.ts';
import type { StoredIncident } from './stored-incident.ts';

/** Starts a drill at an elder's door: the real ladder to real phones, marked everywhere. */
export const startDrill =
  (deps: Deps): Handler<typeof incidentEndpoints.startDrill> =>
  async (actor, { id, elderId, words }, call) => {
    const elder = await deps.registry.elder(actor.streetId, elderId);
    if (!elder || !isAtDesk(actor, elder)) throw new Refusal('elder_not_found');
    call.about({ elderIds: [elderId], what: '开始演练' });
    const { incidentId, merged } = await raise(deps, {
      ...{ id, elderId, words, streetId: actor.streetId, source: 'drill', drill: true, by: byOf(actor, null) },
    });
    if (merged) throw new Refusal('incident_moved_on');
    return { incidentId };
  };

interface Called {
  name: string;
  answered: boolean;
  seen: boolean;
}

/** The raising itself tells the family, who need not answer; every later entry calls somebody. */
const raising = 1;

/** Everybody whom the ladder called, by whichever ways. */
function calledOf({ _id, responders }: StoredIncident, deliveries: readonly Delivery[]): Called[] {
  const found = new Map<string, Called>();
  for (const { id, kind, to, seenAt, acceptedAt } of deliveries) {
    if (kind !== 'drill' || id.startsWith(`${_id}:${raising}:`)) continue;
    const key = to.accountId ?? `name:${to.name}`;
    const before = found.get(key);
    const said = responders.some((one) => (to.accountId ? one.accountId === to.accountId : one.name === to.name));
    found.set(key, {
      name: to.name,
      answered: said || acceptedAt !== null || !!before?.answered,
      seen: seenAt !== null || !!before?.seen,
    });
  }
  return [...found.values()];
}

/** The result of one drill, from what was written down while it ran. */
async function present(
  deps: Deps,
  one: StoredIncident,
): Promise<Output<typeof drillEndpoints.drills>['items'][number]> {
  const [street, deliveries] = await Promise.all([
    deps.streets.street(one.streetId),
    deps.notices.deliveries(one.streetId, one._id),
  ]);
  const called = calledOf(one, deliveries);
  const after = (at: Date | undefined) => (at ? Math.round((at.getTime() - one.raisedAt.getTime()) / 1_000) : null);
  const took = one.history.find(({ move }) => move === 'acknowledge' || move === 'setOut' || move === 'arrive');
  return {
    ...{ id: one._id, open: one.open, statusLabel: statuses[one.status], elderName: one.elderName },
    communityName: communityOf(street, one.communityId)?.name ?? '',
    ...{ raisedAt: one.raisedAt.toISOString(), startedBy: one.raisedBy.name, words: one.history[0]?.words ?? '' },
    endedAt: one.open ? null : one.since.toISOString(),
    answeredAfter: answeredAfter(one),
    answeredBy: took ? [took.by.role && roles[took.by.role].label, took.by.name].filter(Boolean).join(' ') : '',
    arrivedAfter: after(one.history.find(({ move }) => move === 'arrive')?.at),
    ...{ rungsCalled: nextRung(one), called: called.length },
    silent: called.filter(({ answered }) => !answered).map(({ name, seen }) => ({ name, seen })),
    messages: deliveries.length,
    failed: deliveries.filter(({ failed }) => failed !== null).length,
  };
}

/** The drills of the actor's area, the newest first. */
export const listDrills =
  (deps: Deps): Handler<typeof drillEndpoints.drills> =>
  async ({ streetId, role, communityIds }, { before, limit }) => {
    const area = roles[role].scope === 'street' ? undefined : communityIds;
    const found = await deps.incidents.drills(streetId, area, before ? new Date(before) : null, limit);
    return {
      items: await Promise.all(found.map((one) => present(deps, one))),
      next: found.length === limit ? found.at(-1)!.raisedAt.toISOString() : null,
    };
  };
