import { Refusal } from '@wubian/shared/refusals.ts';
import { relationLabels } from '@wubian/shared/registry/contract.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../../actor.ts';
import type { Reach } from '../../registry/door.ts';
import type { Deps } from './deps.ts';
import { type Sight, sightOf } from './incident.policy.ts';
import type { By, StoredIncident } from './stored-incident.ts';

export interface Seen {
  incident: StoredIncident;
  sight: Sight;
  by: By;
}

/** The actor as a history remembers her. */
export const byOf = ({ accountId, name, role }: Actor, reach: Reach | null): By => ({
  ...{ accountId, name, role },
  relation: reach?.relation ? relationLabels[reach.relation] : '',
});

/** Whether a message of this incident went to her, or she is paired with the elder. */
async function wasCalled(deps: Deps, { streetId, accountId, role }: Actor, incident: StoredIncident): Promise<boolean> {
  if (roles[role].staff || role === 'resident' || role === 'family') return false;
  const [paired, deliveries] = await Promise.all([
    deps.companion.eldersPairedWith(streetId, accountId),
    deps.notices.deliveries(streetId, incident._id),
  ]);
  return paired.includes(incident.elderId) || deliveries.some(({ to }) => to.accountId === accountId);
}

/** The incident with what the actor is to it; throws `incident_not_found` when she may not know of it. */
export async function look(deps: Deps, actor: Actor, incidentId: string): Promise<Seen> {
  const incident = await deps.incidents.byId(actor.streetId, incidentId);
  if (!incident) throw new Refusal('incident_not_found');
  const hasSide = actor.role === 'resident' || actor.role === 'family';
  const reach = hasSide ? await deps.registry.reach(actor, incident.elderId) : null;
  const isCalled = await wasCalled(deps, actor, incident);
  const sight = sightOf(actor, incident, { isSide: reach !== null, isCalled });
  if (!sight) throw new Refusal('incident_not_found');
  return { incident, sight, by: byOf(actor, reach) };
}
