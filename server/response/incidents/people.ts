import type { Target } from '@wubian/shared/response/ladder.ts';
import { targets } from '@wubian/shared/response/ladder.ts';
import { type Role, roles } from '@wubian/shared/roles.ts';
import type { AccountsDoor } from '../../accounts/door.ts';
import type { CompanionDoor } from '../../companion/door.ts';
import type { ElderFile, RegistryDoor } from '../../registry/door.ts';
import { estateOf, metresBetween, type Streets } from '../../streets/index.ts';
import type { RosterDoor } from '../roster/door.ts';
import type { StoredIncident } from './stored-incident.ts';

/** Somebody who may be called to an elder. */
export interface Callee {
  /** Her account, or 'phone:' and the keyed index of her number. */
  key: string;
  accountId: string | null;
  role: Role | null;
  name: string;
  /** Digits. */
  phone: string | null;
  target: Target;
  /** What she is, for a screen: '当班人', '女儿', '钥匙保管人 邻居'. */
  label: string;
}

export interface PeopleDeps {
  registry: Pick<RegistryDoor, 'elder' | 'familyOf' | 'consentOf'>;
  accounts: Pick<AccountsDoor, 'people' | 'holders' | 'byPhone' | 'rolesOf'>;
  companion: Pick<CompanionDoor, 'pairedWith' | 'startsOf'>;
  roster: RosterDoor;
  streets: Streets;
  /** The keyed index of a number, so that a key says nothing. */
  hide: (phone: string) => string;
}

type Place = Pick<StoredIncident, 'streetId' | 'communityId' | 'estateId' | 'elderId'>;

/** In which of her roles a person answers a call: the one nearest to the work. */
const answering: readonly Role[] = ['gridWorker', 'communityHead', 'streetOffice', 'neighbour', 'volunteer', 'family'];

/** Finds the people behind the ladder's words, as they are now. Never throws for a file that is gone: then nobody. */
export function createPeople({ registry, accounts, companion, roster, streets, hide }: PeopleDeps) {
  async function withAccounts(
    target: Target,
    found: readonly { accountId: string; role: Role; label: string }[],
  ): Promise<Callee[]> {
    const people = await accounts.people(found.map(({ accountId }) => accountId));
    return found.flatMap(({ accountId, role, label }) => {
      const person = people.get(accountId);
      return person ? [{ key: accountId, accountId, role, target, label, name: person.name, phone: person.phone }] : [];
    });
  }

  /** People of a file who are known by a number only; one who has an account is called by it, too. */
  async function byNumber(
    { streetId }: Place,
    target: Target,
    contacts: ElderFile['contacts'],
    sayRelation: (relation: string) => string,
  ): Promise<Callee[]> {
    return Promise.all(
      contacts.map(async ({ name, relation, phone }): Promise<Callee> => {
        const known = await accounts.byPhone(phone);
        const held = known ? await accounts.rolesOf(streetId, [known.accountId]) : [];
        const role = answering.find((one) => held.some((has) => has.role === one)) ?? null;
        const accountId = role ? known!.accountId : null;
        const key = accountId ?? `phone:${hide(phone)}`;
        return { key, accountId, role, name, phone, target, label: sayRelation(relation) };
      }),
    );
  }

  /** Those who start from nearest first; who has not said where keeps her place in the file, after them. */
  async function nearestFirst({ streetId, estateId }: Place, callees: Callee[]): Promise<Callee[]> {
    const [street, starts] = await Promise.all([
      streets.street(streetId),
      companion.startsOf(
        streetId,
        callees.flatMap(({ accountId }) => accountId ?? []),
      ),
    ]);
    const home = estateOf(street, estateId)?.estate.point;
    const metres = ({ accountId }: Callee): number => {
      const start = accountId ? starts.get(accountId) : undefined;
      const point = start ? estateOf(street, start)?.estate.point : undefined;
      return home && point ? metresBetween(home, point) : Number.MAX_SAFE_INTEGER;
    };
    return callees
      .map((one) => ({ one, far: metres(one) }))
      .sort((a, b) => a.far - b.far)
      .map(({ one }) => one);
  }

  const find: Record<Target, (place: Place, elder: ElderFile, at: Date) => Promise<Callee[]>> = {
    async onDuty(place, _elder, at) {
      const people = await roster.onDuty(place.streetId, place.communityId, at);
      return people.map(({ accountId, role, name, phone, via }) => ({
        ...{ key: accountId, accountId, role, name, phone, target: 'onDuty' as const },
        label: via === 'leader' ? '负责人代值班' : targets.onDuty,
      }));
    },
    async responsible(place, elder) {
      if (!elder.responsibleId) return [];
      const held = await accounts.rolesOf(place.streetId, [elder.responsibleId]);
      const role = held.find((one) => roles[one.role].staff)?.role;
      if (!role) return [];
      return withAccounts('responsible', [{ accountId: elder.responsibleId, role, label: targets.responsible }]);
    },
    async circleLead(place) {
      const paired = await companion.pairedWith(place.streetId, place.elderId);
      const found = paired.map(({ accountId }) => ({
        accountId,
        role: 'volunteer' as const,
        label: targets.circleLead,
      }));
      return nearestFirst(place, await withAccounts('circleLead', found));
    },
    async keyHolders(place, elder) {
      const say = (relation: string) => `${targets.keyHolders} ${relation}`;
      return nearestFirst(place, await byNumber(place, 'keyHolders', elder.keyHolders, say));
    },
    async family(place, elder) {
      const { streetId, elderId } = place;
      if ((await registry.consentOf(streetId, elderId, 'family')) === 'refused') return [];
      const granted = await registry.familyOf(streetId, elderId, 'see');
      const found = granted.map(({ accountId }) => ({ accountId, role: 'family' as const, label: targets.family }));
      const [bound, contacts] = await Promise.all([
        withAccounts('family', found),
        byNumber(place, 'family', elder.contacts, (relation) => relation),
      ]);
      const numbers = new Set(bound.map(({ phone }) => phone));
      return [...bound, ...contacts.filter(({ phone }) => !numbers.has(phone))];
    },
    async communityHead(place) {
      const heads = await accounts.holders(place.streetId, ['communityHead'], place.communityId);
      const found = heads.map(({ accountId, role }) => ({ accountId, role, label: targets.communityHead }));
      return withAccounts('communityHead', found);
    },
    async dutyLeader(place, _elder, at) {
      const people = await roster.leaders(place.streetId, at);
      return people.map(({ accountId, role, name, phone }) => ({
        ...{ key: accountId, accountId, role, name, phone, target: 'dutyLeader' as const, label: targets.dutyLeader },
      }));
    },
  };

  return {
    /** The people behind these words, each once, in the order of the words. */
    async of(place: Place, wanted: readonly Target[], at: Date): Promise<Callee[]> {
      const elder = await registry.elder(place.streetId, place.elderId);
      if (!elder) return [];
      const lists = await Promise.all(wanted.map((target) => find[target](place, elder, at)));
      const found = new Map<string, Callee>();
      for (const one of lists.flat()) if (!found.has(one.key)) found.set(one.key, one);
      return [...found.values()];
    },
    hide,
  };
}

export type People = ReturnType<typeof createPeople>;
