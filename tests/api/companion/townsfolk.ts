import { createHash } from 'node:crypto';
import type { AccountsDoor, HeldRole, Person } from '../../../server/accounts/door.ts';
import type { Actor } from '../../../server/actor.ts';
import type { Clock } from '../../../server/clock.ts';
import type { ElderFile, Reach, RegistryDoor } from '../../../server/registry/door.ts';
import { anId, type GrantGiven } from '../../factories/elders.ts';

/** People and elders behind the doors of their rooms, kept in memory: what the companion room asks of them, and no more. */
export function createTownsfolk(clock: Clock) {
  const actors = new Map<string, Actor>();
  const people = new Map<string, Person>();
  const elders = new Map<string, ElderFile>();
  const grants: GrantGiven[] = [];
  let phones = 0;

  const held = (actor: Actor): HeldRole => ({ ...actor, communityIds: [...actor.communityIds], state: 'active' });
  const all = (): Actor[] => [...actors.values()];
  const elderIn = (streetId: string, id: string) => {
    const elder = elders.get(id);
    return elder?.streetId === streetId ? elder : null;
  };

  const accounts: AccountsDoor = {
    whoIs: async (token) => actors.get(token) ?? null,
    people: async (ids) => new Map(ids.flatMap((id) => (people.has(id) ? [[id, people.get(id)!] as const] : []))),
    waysTo: async () => new Map(),
    byPhone: async (phone) => [...people.values()].find((person) => person.phone === phone) ?? null,
    rolesOf: async (streetId, ids) =>
      all()
        .filter((actor) => actor.streetId === streetId && ids.includes(actor.accountId))
        .map(held),
    holders: async (streetId, roles, communityId) =>
      all()
        .filter((actor) => actor.streetId === streetId && roles.includes(actor.role))
        .filter(({ communityIds }) => !communityId || communityIds.includes(communityId))
        .map(held),
    residentsOf: async (streetId, elderId) =>
      all()
        .filter((actor) => actor.role === 'resident' && actor.streetId === streetId && actor.elderId === elderId)
        .map(held),
    roleOf: async (accountId, streetId, role) => {
      const found = all().find((a) => a.accountId === accountId && a.streetId === streetId && a.role === role);
      return found ? held(found) : null;
    },
    give: async () => {},
    end: async () => {},
    forget: async () => {},
    ensurePerson: async ({ accountId }) => accountId,
  };

  const reach = async (actor: Actor, elderId: string): Promise<Reach | null> => {
    const elder = elderIn(actor.streetId, elderId);
    if (!elder) return null;
    if (actor.role === 'resident') {
      return actor.elderId === elderId ? { ground: 'self', relation: 'self', scopes: ['see', 'ask', 'confirm'] } : null;
    }
    if (actor.role === 'family') {
      const grant = grants.find((given) => given.accountId === actor.accountId && given.elderId === elderId);
      return grant ? { ground: 'grant', grantId: anId(), relation: grant.relation, scopes: grant.scopes } : null;
    }
    if (actor.role === 'gridWorker' || actor.role === 'communityHead') {
      if (!actor.communityIds.includes(elder.communityId)) return null;
      return { ground: 'staff', relation: null, scopes: ['see', 'ask'] };
    }
    return actor.role === 'streetOffice' ? { ground: 'staff', relation: null, scopes: ['see'] } : null;
  };

  const registry: RegistryDoor = {
    consentOf: async () => 'unknown',
    elder: async (streetId, id) => elderIn(streetId, id),
    lifeOf: async (streetId, id) => {
      const elder = elderIn(streetId, id);
      return elder && { status: elder.status, until: elder.statusUntil };
    },
    elderNames: async (streetId, ids) =>
      new Map(ids.flatMap((id) => (elderIn(streetId, id) ? [[id, elderIn(streetId, id)!.name] as const] : []))),
    reach,
    eldersOf: async (actor) => {
      const found = await Promise.all(
        [...elders.keys()].map(async (elderId) => ({ elderId, reach: await reach(actor, elderId) })),
      );
      return found.filter(
        (one): one is { elderId: string; reach: Reach } => one.reach !== null && one.reach.ground !== 'staff',
      );
    },
    kinOf: async (accountId) => [
      ...grants.filter((grant) => grant.accountId === accountId).map(({ elderId }) => elderId),
      ...all().flatMap((actor) => (actor.accountId === accountId && actor.elderId ? [actor.elderId] : [])),
    ],
    familyOf: async (_, elderId, scope) =>
      grants
        .filter((grant) => grant.elderId === elderId && grant.scopes.includes(scope))
        .map(({ accountId, relation }) => ({ accountId, relation })),
    sharesWithVolunteers: async () => true,
    noteAbility: async () => {},
    eldersByAbility: async () => [],
    eachElder: async function* () {},
    countByCommunity: async () => new Map(),
  };

  const tokenOf = (actor: Actor): string => createHash('sha256').update(actor.assignmentId).digest('hex');

  return {
    accounts,
    registry,
    tokenOf,
    /** Makes a person with one role; `accountId` gives the role to someone who is there already. */
    settle(given: Pick<Actor, 'streetId' | 'role' | 'name' | 'communityIds'> & Partial<Actor>): Actor {
      const actor: Actor = {
        accountId: anId(),
        sessionId: anId(),
        secondFactor: true,
        assignmentId: anId(),
        elderId: null,
        ...given,
      };
      actors.set(tokenOf(actor), actor);
      const { accountId, name } = actor;
      if (!people.has(accountId)) {
        people.set(accountId, { accountId, name, phone: `1390000${String(++phones).padStart(4, '0')}` });
      }
      return actor;
    },
    addElder(elder: ElderFile): ElderFile {
      elders.set(elder.id, elder);
      return elder;
    },
    grant: (given: GrantGiven): void => void grants.push(given),
    phoneOf: (actor: Actor): string => people.get(actor.accountId)!.phone!,
    now: clock,
  };
}
