import type { Role } from '@wubian/shared/roles.ts';
import { type Accounts, createAccounts } from '../../server/accounts/index.ts';
import { createSessionStore } from '../../server/accounts/session.store.ts';
import { hashToken, newToken } from '../../server/accounts/token.ts';
import type { Clock } from '../../server/clock.ts';
import { createVolunteerStore } from '../../server/companion/volunteer.store.ts';
import { createLog } from '../../server/log.ts';
import type { Store } from '../../server/store/connect.ts';
import type { FieldCipher } from '../../server/store/field-cipher.ts';
import { newId } from '../../server/store/ids.ts';
import { limitsStore } from '../../server/store/limits.store.ts';
import type { Streets } from '../../server/streets/index.ts';
import type { Size } from './areas.ts';

/** Somebody signed in. */
export interface Person {
  accountId: string;
  name: string;
  token: string;
  communityIds: readonly string[];
  /** Where a volunteer starts from. */
  estateId: string;
}

export interface PeopleDeps {
  store: Store;
  cipher: FieldCipher;
  streets: Streets;
  clock: Clock;
}

/** The room of identity as a server in production has it. */
export function accountsRoom({ store, cipher, streets, clock }: PeopleDeps): Accounts {
  const db = store.connection;
  const limits = limitsStore({ connection: db, hide: (key) => cipher.indexOf('limits', key) });
  const open = { demo: false, production: true, wechat: null, sms: null, log: createLog('silent') };
  return createAccounts({ db, cipher, limits, streets, clock, ...open });
}

/**
 * Volunteers of two communities each, and a grid worker of each community, every one with a session as a sign-in
 * leaves it: made through the accounts room's door and the session store.
 */
export function createPeople(deps: PeopleDeps) {
  const { store, clock } = deps;
  const { door } = accountsRoom(deps);
  const sessions = createSessionStore(store.connection);
  const volunteers = createVolunteerStore(store.connection);
  let count = 0;

  async function someone(role: Role, streetId: string, communityIds: string[], estateId: string): Promise<Person> {
    const at = clock();
    const name = `测试${++count}`;
    const phone = `1390001${String(count).padStart(4, '0')}`;
    const accountId = await door.ensurePerson({ accountId: newId(at), name, phone });
    const assignmentId = newId(at);
    await door.give({ assignmentId, accountId, role, streetId, communityIds, elderId: null }, '系统');
    const token = newToken();
    const who = { id: newId(at), accountId, assignmentId, way: 'phone' as const, device: '测速' };
    const secondFactorAt = role === 'volunteer' ? null : at;
    const expires = new Date(at.getTime() + 86_400_000);
    await sessions.add({ ...who, secondFactorAt, createdAt: at, lastSeenAt: at }, hashToken(token), expires);
    if (role === 'volunteer') await volunteers.setPoint(streetId, accountId, estateId);
    return { accountId, name, token, communityIds, estateId };
  }

  return async ({ volunteersEach }: Pick<Size, 'volunteersEach'>, streetId: string) => {
    const { communities } = await deps.streets.street(streetId);
    const serving: Person[] = [];
    const workers: Person[] = [];
    for (const [place, { id, estates }] of communities.entries()) {
      const next = communities[(place + 1) % communities.length]!;
      workers.push(await someone('gridWorker', streetId, [id], estates[0]!.id));
      for (let n = 0; n < volunteersEach; n++) {
        serving.push(await someone('volunteer', streetId, [id, next.id], estates[n % estates.length]!.id));
      }
    }
    const office = await someone('streetOffice', streetId, [], communities[0]!.estates[0]!.id);
    const home = ({ communityIds }: Person) => communityIds[0]!;
    const byHome = Map.groupBy(serving, home);
    const workerByHome = new Map(workers.map((worker) => [home(worker), worker]));
    return {
      volunteers: serving,
      workers,
      /** The street's office. */
      office,
      volunteersOf: (communityId: string): readonly Person[] => byHome.get(communityId)!,
      workerOf: (communityId: string): Person => workerByHome.get(communityId)!,
    };
  };
}

export type People = Awaited<ReturnType<ReturnType<typeof createPeople>>>;
