import type { WubianApi } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId, type FactsGiven, someFacts } from '../../factories/elder-facts.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const db = app.store.connection;
type Api = Client<WubianApi>;
interface Worker {
  accountId: string;
  assignmentId: string;
  client: Api;
}
let office: Api;
let street: Awaited<ReturnType<typeof app.streets.street>>;
let [first, second]: string[] = [];
const why = '岗位调整';
const reason = '离职';

async function person(role: 'gridWorker' | 'communityHead' | 'volunteer', communityIds: string[]): Promise<Worker> {
  const { client } = await app.someone(role, { streetId: street.id, communityIds });
  const me = await client.accounts.me();
  return { accountId: me.accountId, assignmentId: me.active!.id, client };
}
async function elder(given: Partial<Omit<FactsGiven, 'address'>> = {}, communityId = first!): Promise<string> {
  const id = aRandomId();
  const community = street.communities.find((one) => one.id === communityId)!;
  await office.registry.addElder({ id, facts: someFacts(community, { phone: null, ...given }) });
  return id;
}
const phoneOf = async (accountId: string) => (await app.accounts.door.people([accountId])).get(accountId)!.phone!;
const responsibleOf = async (id: string) => (await office.registry.readElder({ elderId: id })).facts.responsibleId;
const handed = (from: Worker, to: Worker | null, more: object = {}) =>
  office.registry.handOver({
    ...{ id: aRandomId(), fromAccountId: from.accountId, toAccountId: to?.accountId ?? null, why, dry: false },
    ...more,
  });
const ended = (who: Worker) => office.accounts.endRole({ assignmentId: who.assignmentId, reason });

beforeAll(async () => {
  street = (await app.streets.all()).find(({ name }) => /^友谊路/.test(name))!;
  [first, second] = street.communities.map(({ id }) => id);
  office = (await app.someone('streetOffice', { streetId: street.id })).client;
});

describe('a worker who leaves', () => {
  it('is not let go while elders or keys hang on her; then hands over and goes', async () => {
    const [from, to] = [await person('gridWorker', [first!]), await person('gridWorker', [first!])];
    const hers = await elder({ responsibleId: from.accountId });
    const keys = [{ name: '她', relation: '网格员', phone: await phoneOf(from.accountId) }];
    const locked = await elder({ keyHolders: keys });
    await expect(ended(from)).rejects.toMatchObject({ code: 'handover_needed', data: { elders: 1, keys: 1 } });
    const hanging = await office.registry.dependents({ accountId: from.accountId });
    expect(hanging.counts).toEqual([
      { kind: 'elders', label: '负责的老人', count: 1 },
      { kind: 'keys', label: '保管的钥匙', count: 1 },
    ]);
    expect(hanging.successors.map(({ accountId }) => accountId)).toContain(to.accountId);

    const shown = await handed(from, to, { dry: true, keysGiven: [locked] });
    expect(shown).toMatchObject({
      left: [],
      moved: [
        { kind: 'elders', count: 1 },
        { kind: 'keys', count: 1 },
      ],
    });
    expect(await responsibleOf(hers)).toBe(from.accountId);

    const first_ = await handed(from, to);
    expect(first_).toMatchObject({ state: 'done', moved: [{ kind: 'elders', count: 1 }], left: [{ kind: 'keys' }] });
    await expect(ended(from)).rejects.toMatchObject({ data: { keys: 1 } });
    expect(await handed(from, to, { keysGiven: [locked] })).toMatchObject({ moved: [{ kind: 'keys' }], left: [] });
    expect(await responsibleOf(hers)).toBe(to.accountId);
    const file = await office.registry.readElder({ elderId: locked });
    expect(file.facts.keyHolders).toHaveLength(1);
    expect((await office.registry.elderHistory({ elderId: hers })).items[0]).toMatchObject({ source: 'handover', why });
    await ended(from);
    expect((await office.registry.orphans()).items.filter(({ accountId }) => accountId === from.accountId)).toEqual([]);
  });

  it('may keep what another role of hers reaches', async () => {
    const who = await person('gridWorker', [first!]);
    const more = {
      accountId: who.accountId,
      role: 'communityHead' as const,
      streetId: street.id,
      communityIds: [first!],
      elderId: null,
    };
    await app.accounts.door.give({ assignmentId: aRandomId(), ...more }, '测试');
    const id = await elder({ responsibleId: who.accountId });
    await ended(who);
    expect(await responsibleOf(id)).toBe(who.accountId);
    expect((await office.registry.orphans()).items.map((one) => one.id)).not.toContain(id);
  });

  it('passes unread urgent notices on', async () => {
    const [from, to] = [await person('gridWorker', [first!]), await person('gridWorker', [first!])];
    const notice = { streetId: street.id, accountId: from.accountId, role: 'gridWorker' as const, at: app.clock() };
    const about = { title: '志愿者未到', body: '请尽快安排', urgent: true, taskId: null, grantId: null };
    await app.notices.door.tell([{ id: aRandomId(), ...notice, ...about }]);
    await expect(ended(from)).rejects.toMatchObject({ data: { alerts: 1 } });
    await handed(from, to);
    expect((await to.client.notices.list()).items[0]).toMatchObject({ title: '志愿者未到', read: false });
    await ended(from);
  });

  it('gives nothing to somebody who does not reach it, and says so', async () => {
    const [from, far] = [await person('gridWorker', [first!]), await person('gridWorker', [second!])];
    await elder({ responsibleId: from.accountId });
    expect(await handed(from, far)).toMatchObject({
      moved: [],
      left: [{ kind: 'elders', words: expect.stringContaining('不在') }],
    });
    await expect(handed(from, from)).rejects.toMatchObject({ code: 'successor_unfit' });
    await expect(handed(from, { ...far, accountId: aRandomId() })).rejects.toMatchObject({ code: 'successor_unfit' });
  });
});

describe('a volunteer who leaves', () => {
  it('gives her visit back to the open list, or to another volunteer, with word to those concerned', async () => {
    const worker = await person('gridWorker', [first!]);
    const [from, to] = [await person('volunteer', [first!]), await person('volunteer', [first!])];
    const taskIds: string[] = [];
    for (const n of [1, 2]) {
      const id = aRandomId();
      const at = app.clock().getTime() + n * 86_400_000;
      const window = { from: new Date(at).toISOString(), to: new Date(at + 7_200_000).toISOString() };
      await worker.client.companion.ask({ id, elderId: await elder({ name: '求助老人' }), kind: 'helpMeal', window });
      await worker.client.companion.open({ taskId: id });
      await from.client.companion.claim({ taskId: id });
      taskIds.push(id);
    }
    await expect(ended(from)).rejects.toMatchObject({ data: { tasks: 2 } });
    await handed(from, to, { items: [{ kind: 'tasks', id: taskIds[0]! }] });
    await handed(from, null);
    const [given, open] = await Promise.all(taskIds.map((id) => db.collection('tasks').findOne({ _id: id as never })));
    expect(given).toMatchObject({ status: 'claimed', volunteerId: to.accountId });
    expect(open).toMatchObject({ status: 'open', volunteerId: null });
    await app.drain();
    expect((await to.client.notices.list()).items.map(({ title }) => title)).toContain('社区请您帮忙');
    await ended(from);
  });

  it('stays with what she is serving now', async () => {
    const worker = await person('gridWorker', [first!]);
    const [from, to] = [await person('volunteer', [first!]), await person('volunteer', [first!])];
    const taskId = aRandomId();
    const at = app.clock().getTime();
    const window = { from: new Date(at + 1_800_000).toISOString(), to: new Date(at + 7_200_000).toISOString() };
    await worker.client.companion.ask({
      id: taskId,
      elderId: await elder({ name: '正在服务' }),
      kind: 'helpMeal',
      window,
    });
    await worker.client.companion.open({ taskId });
    await from.client.companion.claim({ taskId });
    await db.collection('tasks').updateOne({ _id: taskId as never }, { $set: { status: 'inService' } });
    expect(await handed(from, to)).toMatchObject({ left: [{ kind: 'tasks', words: '正在服务，请等服务结束' }] });
    await expect(ended(from)).rejects.toMatchObject({ code: 'handover_needed' });
  });
});

describe('who may', () => {
  it('is the head of her communities, for what lies there', async () => {
    office = (await app.someone('streetOffice', { streetId: street.id })).client;
    const head = await person('communityHead', [first!]);
    const [from, to] = [await person('gridWorker', [first!, second!]), await person('gridWorker', [first!, second!])];
    const [near, far] = [
      await elder({ responsibleId: from.accountId }),
      await elder({ responsibleId: from.accountId }, second!),
    ];
    const ask = { fromAccountId: from.accountId, toAccountId: to.accountId, why, dry: false };
    expect((await head.client.registry.dependents({ accountId: from.accountId })).items.map(({ id }) => id)).toEqual([
      near,
    ]);
    await head.client.registry.handOver({ id: aRandomId(), ...ask });
    expect([await responsibleOf(near), await responsibleOf(far)]).toEqual([to.accountId, from.accountId]);
    const other = await person('gridWorker', [second!]);
    const refused = head.client.registry.dependents({ accountId: other.accountId });
    await expect(refused).rejects.toMatchObject({ code: 'person_not_found' });
    await expect(from.client.registry.orphans()).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

it('leaves nobody without a worker, whatever the order of assigning, handing over and leaving', async () => {
  type Step = { act: 'assign' | 'handOver' | 'leave'; a: number; b: number; elder: number };
  const step = fc.record<Step>({
    act: fc.constantFrom('assign', 'handOver', 'leave'),
    ...{ a: fc.nat(3), b: fc.nat(3), elder: fc.nat(4) },
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
      office = (await app.someone('streetOffice', { streetId: street.id })).client;
      const workers = await Promise.all(
        [0, 1, 2, 3].map((n) => person('gridWorker', n % 2 ? [first!] : [first!, second!])),
      );
      const elders = await Promise.all([0, 1, 2, 3, 4].map((n) => elder({}, n % 2 ? first! : second!)));
      for (const { act, a, b, elder: which } of steps) {
        const [one, two] = [workers[a]!, workers[b]!];
        const to = { responsibleId: one.accountId };
        const tried =
          act === 'assign'
            ? office.registry.assignElders({ elderIds: [elders[which]!], to, why, dry: false })
            : act === 'handOver'
              ? handed(one, two)
              : ended(one);
        await tried.catch((error) =>
          expect(['worker_unfit', 'successor_unfit', 'person_not_found', 'handover_needed']).toContain(error.code),
        );
        const { items } = await office.registry.orphans();
        expect(items.filter(({ id }) => elders.includes(id))).toEqual([]);
      }
    }),
    { numRuns: 8 },
  );
});
