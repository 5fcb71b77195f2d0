import type { GrantScopeName } from '@wubian/shared/registry/contract.ts';
import { isGone } from '@wubian/shared/registry/life.ts';
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

/** The file of somebody who has died stays readable; nobody asks for her or judges a service in her name any more. */
async function asLifeStands<R extends Reach>({ elders }: Parts, streetId: string, elderId: string, reach: R) {
  const life = await elders.lifeOf(streetId, elderId);
  return life && isGone(life.status) ? { ...reach, scopes: reach.scopes.filter((scope) => scope === 'see') } : reach;
}

/** Whom a resident or family member reaches today, with the grant's last day; empty for every other role. */
export async function reachedBy(parts: Parts, actor: Actor) {
  const { accountId, streetId, role } = actor;
  const reached = async (elderId: string | null, reach: Reach, until: string | null) =>
    elderId === null ? [] : [{ elderId, reach: await asLifeStands(parts, streetId, elderId, reach), until }];
  if (role === 'resident') return reached(actor.elderId, self, null);
  if (role !== 'family') return [];
  const good = await parts.grants.goodOf(accountId, streetId, dayOf(parts.now()));
  return (await Promise.all(good.map((grant) => reached(grant.elderId, byGrant(grant), grant.until)))).flat();
}

/** On what ground this actor reaches this old person now, or null. */
export async function reachOf(parts: Parts, actor: Actor, elderId: string): Promise<Reach | null> {
  if (roleMay(actor.role, 'elder.read'))
    return (await parts.elders.byId(scopeOf(actor), elderId))
      ? { ground: 'staff', scopes: staffScopes(actor), relation: null }
      : null;
  return (await reachedBy(parts, actor)).find((reached) => reached.elderId === elderId)?.reach ?? null;
}
