import { Refusal } from '@wubian/shared/refusals.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import type { Source } from '@wubian/shared/response/labels.ts';
import { type Role, roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../../actor.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { isAtDesk } from './incident.policy.ts';
import { byOf } from './look.ts';
import { raise } from './raise.ts';

const sourceOf = (role: Role): Source => {
  if (role === 'resident') return 'elder';
  if (role === 'family') return 'family';
  return roles[role].staff ? 'worker' : 'neighbour';
};

/** On what ground the actor may call help to this elder; throws `elder_not_found` when there is none. */
async function groundOf(deps: Deps, actor: Actor, elderId: string) {
  if (actor.role === 'resident' || actor.role === 'family') {
    const reach = await deps.registry.reach(actor, elderId);
    if (!reach) throw new Refusal('elder_not_found');
    return reach;
  }
  if (roles[actor.role].staff) {
    const elder = await deps.registry.elder(actor.streetId, elderId);
    if (!elder || !isAtDesk(actor, elder)) throw new Refusal('elder_not_found');
    return null;
  }
  const paired = await deps.companion.eldersPairedWith(actor.streetId, actor.accountId);
  if (!paired.includes(elderId)) throw new Refusal('elder_not_found');
  return null;
}

/** Raises the alarm for an elder: herself, her family, a neighbour, or a worker for a telephone call. */
export const raiseSos =
  (deps: Deps): Handler<typeof incidentEndpoints.raise> =>
  async (actor, { id, elderId, words, heardAt, pressedAt }, call) => {
    const reach = await groundOf(deps, actor, elderId);
    call.about({ elderIds: [elderId], what: '紧急求助' });
    const now = deps.clock();
    // A clock that runs ahead must not make a call look as if it came later than it did.
    const notAfter = (text: string | undefined): Date | null =>
      text === undefined ? null : new Date(Math.min(Date.parse(text), now.getTime()));
    const raised = await raise(deps, {
      ...{ id, elderId, streetId: actor.streetId, words, source: sourceOf(actor.role), by: byOf(actor, reach) },
      ...{ heardAt: notAfter(heardAt), pressedAt: notAfter(pressedAt) },
    });
    return { ...raised, receivedAt: raised.receivedAt.toISOString() };
  };

/** The elders for whom the actor may raise it by one tap; staff look theirs up in the registry. */
export const listSosElders =
  (deps: Deps): Handler<typeof incidentEndpoints.sosElders> =>
  async (actor) => {
    const { streetId, accountId, role } = actor;
    if (roles[role].staff) return { items: [] };
    const hasSide = role === 'resident' || role === 'family';
    const ids = hasSide
      ? (await deps.registry.eldersOf(actor)).map(({ elderId }) => elderId)
      : await deps.companion.eldersPairedWith(streetId, accountId);
    const files = await Promise.all(ids.map((elderId) => deps.registry.elder(streetId, elderId)));
    const items = await Promise.all(
      files.flatMap((elder) =>
        elder
          ? [
              (async () => ({
                ...{ id: elder.id, name: elder.name, where: elder.building },
                openIncidentId: (await deps.incidents.openOf(streetId, elder.id, false))?._id ?? null,
              }))(),
            ]
          : [],
      ),
    );
    return { items };
  };
