import { randomBytes } from 'node:crypto';
import { accounts as accountsContract } from '@wubian/shared/accounts/contract.ts';
import { api } from '@wubian/shared/api.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { expect, it } from 'vitest';
import { createAccounts, type StoredPersona } from '../../../server/accounts/index.ts';
import { createAudit } from '../../../server/audit/index.ts';
import { createCompanion } from '../../../server/companion/index.ts';
import { createRegistry } from '../../../server/registry/index.ts';
import { createFieldCipher } from '../../../server/store/field-cipher.ts';
import { limitsStore } from '../../../server/store/limits.store.ts';
import { createStreetStore, createStreets, type Street } from '../../../server/streets/index.ts';
import { aRandomId, someFacts } from '../../factories/elder-facts.ts';
import { aGrant } from '../../factories/grants.ts';
import { aWish } from '../../factories/tasks.ts';
import { testClock } from '../../support/clock.ts';
import { testStore } from '../../support/engine.ts';
import { noticesRoom } from '../../support/notices-room.ts';
import { serveApi } from '../../support/serve-api.ts';

const { registry: registryContract, companion: companionContract, notices: noticesContract } = api;
const wholeJob = {
  accounts: accountsContract,
  registry: registryContract,
  companion: companionContract,
  notices: noticesContract,
};

/** The four rooms of the job as they are, none of them played by a test. */
async function realRooms() {
  const clock = testClock();
  const store = await testStore();
  const db = store.connection;
  const cipher = createFieldCipher({ keys: [{ id: 1, key: randomBytes(32) }], indexKey: randomBytes(32) });
  const limits = limitsStore({ connection: db, hide: (key) => cipher.indexOf('limits', key) });
  const streets = createStreets(createStreetStore(db), clock);
  const told = noticesRoom({ db, clock });
  const compose = (log: Parameters<Parameters<typeof serveApi>[1]>[0]) => {
    const sending = { demo: true, production: false, wechat: null, sms: null };
    const accounts = createAccounts({ db, cipher, limits, streets, clock, log, ...sending });
    const rooms = { db, cipher, streets, clock, log, accounts: accounts.door, notices: told.door };
    const audit = createAudit({ db, cipher, clock, log }).door;
    const registry = createRegistry({ ...rooms, audit, limits });
    return { accounts, registry, companion: createCompanion({ ...rooms, registry: registry.door }) };
  };
  let rooms!: ReturnType<typeof compose>;
  const { as } = await serveApi(wholeJob, (log) => {
    rooms = compose(log);
    const { accounts, registry, companion } = rooms;
    const handlers = {
      accounts: accounts.handlers,
      registry: registry.handlers,
      companion: companion.handlers,
      notices: told.handlers,
    };
    return { handlers, whoIs: accounts.door.whoIs };
  });
  await store.ensureIndexes();
  const estates = [{ id: aRandomId(), name: '水景园', point: { longitude: 117.23, latitude: 39.09 } }];
  const community = { id: aRandomId(), name: '水景园社区', phone: '022-23330000', grids: [], estates };
  const street: Street = { id: aRandomId(), name: '友谊路街', communities: [community], rules: [] };
  await streets.save(street);

  const personas: StoredPersona[] = [];
  let phones = 0;
  async function someone(role: Role, name: string, given: { accountId?: string; elderId?: string } = {}) {
    const phone = `1390000${String(++phones).padStart(4, '0')}`;
    const accountId =
      given.accountId ?? (await rooms.accounts.door.ensurePerson({ accountId: aRandomId(), name, phone }));
    const assignmentId = aRandomId();
    const isInCommunity = role === 'volunteer' || role === 'gridWorker';
    const communityIds = isInCommunity ? [community.id] : [];
    const held = { accountId, role, streetId: street.id, communityIds, elderId: given.elderId ?? null, assignmentId };
    await rooms.accounts.door.give(held, '系统');
    personas.push({ key: assignmentId, accountId, assignmentId, name, role, label: '测试', about: '' });
    await rooms.accounts.savePersonas(personas);
    const { token } = await as().accounts.signInAsPersona({ key: assignmentId });
    return { accountId, ...as(token) };
  }
  return { clock, rooms, street, community, someone };
}

it('does the whole job with the real rooms behind it: asked, served, confirmed, in the ledger, all of them told', async () => {
  const { clock, rooms, street, community, someone } = await realRooms();
  const worker = await someone('gridWorker', '赵静');
  const elderId = aRandomId();
  await worker.registry.addElder({ id: elderId, facts: someFacts(community, { name: '王秀兰' }) });
  const mother = await someone('resident', '王秀兰', { elderId });
  const daughter = await someone('family', '周敏');
  const grant = aGrant({
    streetId: street.id,
    communityId: community.id,
    elderName: '王秀兰',
    scopes: ['see', 'ask', 'confirm'],
  });
  const early = aWish(clock(), { elderId });
  await expect(daughter.companion.ask(early)).rejects.toMatchObject({ code: 'elder_not_found' });
  await daughter.registry.askGrant(grant);
  await worker.registry.answerGrant({ grantId: grant.id, answer: 'confirm', elderId, how: 'visit' });

  const { id: taskId } = await daughter.companion.ask(early);
  await worker.companion.open({ taskId });
  const kin = await someone('volunteer', '周敏', { accountId: daughter.accountId });
  await expect(kin.companion.claim({ taskId })).rejects.toMatchObject({ code: 'own_family_task' });
  const volunteer = await someone('volunteer', '李志强');
  expect((await volunteer.companion.openTasks()).items).toMatchObject([{ id: taskId, elderMasked: '王**' }]);
  expect((await worker.companion.candidates({ taskId })).items).toMatchObject([{ accountId: volunteer.accountId }]);
  const claimed = await volunteer.companion.claim({ taskId });
  expect(claimed.elder.name).toBe('王秀兰');
  expect(claimed.place.door).toBeTruthy();
  const at = () => clock().toISOString();
  await volunteer.companion.start({ taskId, at: at() });
  clock.forward(10 * 60_000);
  await volunteer.companion.finish({ taskId, at: at(), did: '做了午饭' });
  await mother.companion.confirm({ taskId });
  for (const job of rooms.companion.workers) await job.drain();

  expect((await volunteer.companion.ledger()).items).toMatchObject([
    { taskId, minutes: 10, ground: 'confirmedByElder' },
  ]);
  const titles = async ({ notices }: typeof worker) =>
    (await notices.list({ limit: 50 })).items.filter((told) => told.taskId === taskId).map(({ title }) => title);
  expect(await titles(volunteer)).toEqual(['服务已确认']);
  expect(await titles(daughter)).toEqual(expect.arrayContaining(['有志愿者接单了', '服务结束，请确认', '服务已确认']));
  expect(await titles(mother)).toContain('求助已提交');
  expect(await titles(worker)).toContain('有新的求助待核实');
  expect((await mother.companion.actsFor({ elderId })).items).toMatchObject([{ taskId, by: '女儿 周敏' }]);
});
