import { randomBytes } from 'node:crypto';
import { accounts } from '@wubian/shared/accounts/contract.ts';
import { bedside as bedsideContract } from '@wubian/shared/bedside/contract.ts';
import type { Client } from '@wubian/shared/client.ts';
import { notices as noticesContract } from '@wubian/shared/notices/contract.ts';
import { registry } from '@wubian/shared/registry/contract.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { type Accounts, createAccounts, type StoredPersona } from '../../server/accounts/index.ts';
import { createAudit } from '../../server/audit/index.ts';
import { type Bedside, createBedside } from '../../server/bedside/index.ts';
import type { Logger } from '../../server/log.ts';
import type { NoticesDoor } from '../../server/notices/door.ts';
import type { RegistryDoor } from '../../server/registry/door.ts';
import { createRegistry, type Registry } from '../../server/registry/index.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { limitsStore } from '../../server/store/limits.store.ts';
import { createStreetStore, createStreets, type Street } from '../../server/streets/index.ts';
import { aRandomId, someFacts } from '../factories/elder-facts.ts';
import { aGrant, type GrantAsked } from '../factories/grants.ts';
import { testClock } from './clock.ts';
import { testStore } from './engine.ts';
import { noticesRoom } from './notices-room.ts';
import { serveApi } from './serve-api.ts';

const api = { accounts, bedside: bedsideContract, notices: noticesContract, registry };
type TownApi = typeof api;

export interface Someone {
  accountId: string;
  name: string;
  phone: string;
  /** The client of her session in this role. */
  api: Client<TownApi>;
}

const aCommunity = (name: string) => ({
  id: aRandomId(),
  name,
  phone: '022-23330000',
  grids: [{ id: aRandomId(), name: '第一网格' }],
  estates: [
    { id: aRandomId(), name: `${name}花园`, point: { longitude: 117.23, latitude: 39.09 } },
    { id: aRandomId(), name: `${name}大院`, point: null },
  ],
});
const aStreet = (name: string, communities: string[]): Street => ({
  id: aRandomId(),
  name,
  communities: communities.map(aCommunity),
  rules: [],
});

/**
 * Two streets with the real accounts and registry rooms over HTTP on a real engine. People sign in as demo personas,
 * so that staff have passed their second factor.
 */
export async function registryTown() {
  const clock = testClock();
  const store = await testStore();
  const db = store.connection;
  const cipher = createFieldCipher({ keys: [{ id: 1, key: randomBytes(32) }], indexKey: randomBytes(32) });
  const limits = limitsStore({ connection: db, hide: (key) => cipher.indexOf('limits', key) });
  const streets = createStreets(createStreetStore(db), clock);
  const told = noticesRoom({ db, clock });
  /** Set to make the telling of notices, or of a level to the file, fail as a crash in the middle of effects would. */
  const fault = { notices: false, ability: false };
  const notices: NoticesDoor = {
    ...told.door,
    tell: (all) => (fault.notices ? Promise.reject(new Error('no notices now')) : told.door.tell(all)),
  };
  const rooms: { accounts: Accounts; bedside: Bedside; registry: Registry; log: Logger }[] = [];
  const { as } = await serveApi(api, (log) => {
    const options = { db, cipher, limits, streets, clock, log, demo: true, production: false, wechat: null, sms: null };
    const people = createAccounts(options);
    const audit = createAudit({ db, cipher, clock, log }).door;
    const shared = { db, cipher, streets, clock, log, notices, accounts: people.door };
    const files = createRegistry({ ...shared, audit, limits });
    const door: RegistryDoor = {
      ...files.door,
      noteAbility: (...told) =>
        fault.ability ? Promise.reject(new Error('no telling now')) : files.door.noteAbility(...told),
    };
    const beds = createBedside({ db, cipher, registry: door, accounts: people.door, clock, log });
    rooms.push({ accounts: people, bedside: beds, registry: files, log });
    const handlers = {
      accounts: people.handlers,
      bedside: beds.handlers,
      notices: told.handlers,
      registry: files.handlers,
    };
    return { handlers, whoIs: (token) => people.door.whoIs(token) };
  });
  await store.ensureIndexes();
  const street = aStreet('友谊路街', ['水西里', '银杏里']);
  const otherStreet = aStreet('海棠路街', ['海棠里']);
  await streets.save(street);
  await streets.save(otherStreet);
  const [{ accounts: people, bedside: beds, registry: files, log }] = rooms as [(typeof rooms)[number]];

  const personas: StoredPersona[] = [];
  let phones = 0;

  /** Somebody without any role yet, signed in with phone and code. */
  async function stranger(name: string): Promise<Someone> {
    const phone = `1390000${String(++phones).padStart(4, '0')}`;
    const accountId = await people.door.ensurePerson({ accountId: aRandomId(), name, phone });
    const { demoCode } = await as(undefined, { 'x-forwarded-for': `10.0.1.${phones}` }).accounts.sendCode({ phone });
    const { token } = await as().accounts.signInByCode({ phone, code: demoCode! });
    return { accountId, name, phone, api: as(token) };
  }

  /** Somebody in a role of the first street, unless told otherwise. */
  async function someone(
    role: Role,
    { name = '孙建国', in: where = street, communityIds = [] as string[], elderId = null as string | null } = {},
  ): Promise<Someone> {
    const phone = `1390000${String(++phones).padStart(4, '0')}`;
    const accountId = await people.door.ensurePerson({ accountId: aRandomId(), name, phone });
    const held = { accountId, role, streetId: where.id, communityIds, elderId, assignmentId: aRandomId() };
    await people.door.give(held, '系统');
    const { assignmentId } = held;
    personas.push({ key: assignmentId, accountId, assignmentId, name, role, label: '测试', about: '' });
    await people.savePersonas(personas);
    const { token } = await as().accounts.signInAsPersona({ key: assignmentId });
    return { accountId, name, phone, api: as(token) };
  }

  const [first, second] = street.communities as [Street['communities'][0], Street['communities'][0]];
  const worker = await someone('gridWorker', { name: '刘芳', communityIds: [first.id] });
  const otherWorker = await someone('gridWorker', { name: '马丽', communityIds: [second.id] });
  const office = await someone('streetOffice', { name: '何静' });
  const farOffice = await someone('streetOffice', { name: '郑刚', in: otherStreet });

  /** Adds an elder through the API, as the office of her street; in the first community unless told otherwise. */
  async function elder(
    given: Parameters<typeof someFacts>[1] = {},
    community: Street['communities'][0] = first,
  ): Promise<string> {
    const id = aRandomId();
    const by = street.communities.includes(community) ? office : farOffice;
    await by.api.registry.addElder({ id, facts: someFacts(community, given) });
    return id;
  }

  /** Asks as this person for an elder of the first community (see `aGrant`). */
  const ask = (who: Someone, given: Partial<GrantAsked> = {}) =>
    who.api.registry.askGrant(aGrant({ streetId: street.id, communityId: first.id, ...given }));

  return {
    db,
    clock,
    as,
    fault,
    /** All rooms with their doors, as the demo street is filled through. */
    rooms: {
      store,
      cipher,
      clock,
      log,
      streets,
      accounts: people,
      registry: files,
      notices: { ...told, door: notices },
    },
    registry: files,
    bedside: beds,
    accounts: people.door,
    street,
    otherStreet,
    first,
    second,
    far: otherStreet.communities[0]!,
    worker,
    otherWorker,
    office,
    farOffice,
    someone,
    stranger,
    elder,
    ask,
    /** What was told to somebody in her present role, newest first. */
    toldTo: async ({ api: her }: Someone) => (await her.notices.list()).items,
  };
}
