import type { GrantScopeName } from '@wubian/shared/registry/contract.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Reach } from './door.ts';
import type { StoredGrant } from './grant.store.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';

type Parts = Pick<Room, 'elders' | 'grants' | 'now'>;

const self: Reach = { ground: 'self', scopes: ['see', 'ask', 'confirm'], relation: 'self' };
const byGrant = ({ id, scopes, relation }: StoredGrant): Reach => ({ ground: 'grant', grantId: id, scopes, relation });

/** What staff may do for an old person of her area; to confirm a service is never staff's. */
const staffScopes = ({ role }: Actor): GrantScopeName[] => (roleMay(role, 'task.ask') ? ['see', 'ask'] : ['see']);

/** Whom a resident or family member reaches today, with the grant's last day; empty for every other role. */
export async function reachedBy({ grants, now }: Parts, actor: Actor) {
  if (actor.role === 'resident')
    return actor.elderId === null ? [] : [{ elderId: actor.elderId, reach: self, until: null }];
  if (actor.role !== 'family') return [];
  const good = await grants.goodOf(actor.accountId, actor.streetId, dayOf(now()));
  return good.flatMap((grant) =>
    grant.elderId ? [{ elderId: grant.elderId, reach: byGrant(grant), until: grant.until }] : [],
  );
}

/** On what ground this actor reaches this old person now, or null. */
export async function reachOf(parts: Parts, actor: Actor, elderId: string): Promise<Reach | null> {
  if (roleMay(actor.role, 'elder.read'))
    return (await parts.elders.byId(scopeOf(actor), elderId))
      ? { ground: 'staff', scopes: staffScopes(actor), relation: null }
      : null;
  return (await reachedBy(parts, actor)).find((reached) => reached.elderId === elderId)?.reach ?? null;
}
