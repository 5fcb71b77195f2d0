import { Refusal } from '@wubian/shared/refusals.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import type { Triage } from '@wubian/shared/response/labels.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../../actor.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { look } from './look.ts';
import { present, presentRow } from './present.ts';
import type { StoredIncident } from './stored-incident.ts';

const dayMs = 86_400_000;

/** The communities of the actor's area; undefined: the whole street. */
const areaOf = ({ role, communityIds }: Actor): readonly string[] | undefined =>
  roles[role].scope === 'street' ? undefined : communityIds;

const gravity: Record<Triage, number> = { life: 0, urgent: 1, notUrgent: 3, false: 4 };

/** The gravest first: in danger, nobody there yet, then the oldest; drills last. */
function byUrgency(a: StoredIncident, b: StoredIncident): number {
  const weight = ({ drill, triage, rank }: StoredIncident): number =>
    (drill ? 100 : 0) + (triage ? gravity[triage] : 2) * 10 + rank;
  return weight(a) - weight(b) || a.raisedAt.getTime() - b.raisedAt.getTime();
}

/** One incident; opening it is the fact "seen". */
export const readIncident =
  (deps: Deps): Handler<typeof incidentEndpoints.incident> =>
  async (actor, { incidentId }, call) => {
    const { incident, sight } = await look(deps, actor, incidentId);
    await deps.notices.seen(actor.streetId, incidentId, { accountId: actor.accountId }, deps.clock());
    return present(deps, actor, incident, sight, call);
  };

/** What concerns the actor: her elders' and those she answered, open or of the last day. */
export const listMyIncidents =
  (deps: Deps): Handler<typeof incidentEndpoints.myIncidents> =>
  async (actor) => {
    const { streetId, accountId, role } = actor;
    const hasSide = role === 'resident' || role === 'family';
    const paired = role === 'volunteer' || role === 'neighbour';
    const elderIds = hasSide
      ? (await deps.registry.eldersOf(actor)).map(({ elderId }) => elderId)
      : paired
        ? await deps.companion.eldersPairedWith(streetId, accountId)
        : [];
    const since = new Date(deps.clock().getTime() - dayMs);
    const ids = paired ? await deps.notices.incidentsOf(streetId, accountId, since) : [];
    const found = await deps.incidents.around(streetId, { elderIds, accountId, ids }, since);
    const items = found.map((one) =>
      presentRow(deps, one, hasSide || one.responders.some((by) => by.accountId === accountId)),
    );
    return { items: await Promise.all(items) };
  };

/** The desk of whoever is on duty. */
export const showDesk =
  (deps: Deps): Handler<typeof incidentEndpoints.desk> =>
  async (actor, { past, communityId, before, limit }) => {
    const { streetId } = actor;
    const area = areaOf(actor);
    if (communityId && area && !area.includes(communityId)) throw new Refusal('not_allowed');
    const communityIds = communityId ? [communityId] : area;
    const scope = communityIds && { communityIds };
    const [found, toFollow, watchedAt] = await Promise.all([
      past
        ? deps.incidents.pastIn(streetId, { ...scope, ...(before && { before: new Date(before) }), limit })
        : deps.incidents.openIn(streetId, communityIds),
      deps.incidents.toFollow(streetId, communityIds),
      deps.watchedAt(),
    ]);
    const shown = past ? found : found.sort(byUrgency);
    return {
      items: await Promise.all(shown.map((one) => presentRow(deps, one, true))),
      now: deps.clock().toISOString(),
      toFollow: toFollow.length,
      watchedAt: watchedAt?.toISOString() ?? null,
    };
  };

/** Handled calls whose elder has not been asked how she is, the longest waiting first. */
export const listToFollow =
  (deps: Deps): Handler<typeof incidentEndpoints.toFollow> =>
  async (actor) => {
    const found = await deps.incidents.toFollow(actor.streetId, areaOf(actor));
    return { items: await Promise.all(found.map((one) => presentRow(deps, one, true))) };
  };
