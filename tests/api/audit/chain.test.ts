import { beforeAll, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../../server/audit/chain-leftovers.ts';
import type { Entry } from '../../../server/audit/entry.ts';
import { HOUSE } from '../../../server/audit/index.ts';
import type { ChainReport } from '../../../server/audit/verify-chain.ts';
import { openStore, type Store } from '../../../server/store/connect.ts';
import { newId } from '../../../server/store/ids.ts';
import { sweepExpired } from '../../../server/store/ttl-sweep.ts';
import { auditRoom, sharedCipher, workerOf } from '../../support/audit-room.ts';
import { testClock } from '../../support/clock.ts';
import { testStore } from '../../support/engine.ts';

/** Two processes of one installation: the second has a connection, tails and a queue of its own. */
const clock = testClock();
const cipher = sharedCipher();
const store = await testStore();
const otherStore: Store = await openStore({
  ...{ dataDir: '', clock, mongodbUri: store.uri, dbName: store.connection.name },
});
type Room = Awaited<ReturnType<typeof auditRoom>>;
let one: Room;
let other: Room;
beforeAll(async () => {
  one = await auditRoom(store, clock, cipher);
  other = await auditRoom(otherStore, clock, cipher);
  return () => otherStore.close();
});

const chainOf = (streetId: string): Promise<Entry[]> =>
  store.connection.collection<Entry>('audit').find({ streetId }).sort({ seq: 1 }).toArray();
const inbox = (streetId: string) => store.connection.collection('auditInbox').find({ streetId }).toArray();

async function reportOf(streetId: string): Promise<ChainReport> {
  for await (const report of one.verifier.verify([])) if (report.streetId === streetId) return report;
  throw new Error(`no chain of ${streetId}`);
}
const whole = async (streetId: string, count: number) =>
  expect(await reportOf(streetId)).toMatchObject({ count, fault: null });

describe('a call', () => {
  it('lies in the inbox before it ends, and in the chain soon after', async () => {
    const street = newId(clock());
    const worker = workerOf(street, clock);
    const [taskId, elderId] = [newId(clock()), newId(clock())];
    const call = one.begin(worker, {
      input: { taskId, elderId, words: '不记', reason: '家里来人了' },
      requestId: 'req-1',
    });
    await call.end('done');
    const [begun] = await inbox(street);
    expect(begun).toMatchObject({ outcome: 'unknown', act: 'companion.claim', accountId: worker.accountId });
    expect(await chainOf(street)).toEqual([]);

    await one.drain();
    const [entry, ...more] = await chainOf(street);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      ...{ seq: 1, prev: '', at: clock(), by: 'person', accountId: worker.accountId, role: 'gridWorker' },
      ...{ act: 'companion.claim', group: 'change', ids: { taskId, elderId }, elderIds: [elderId] },
      ...{ what: '', outcome: 'done', requestId: 'req-1' },
    });
    expect(await inbox(street)).toEqual([]);
    await whole(street, 1);
  });

  it('keeps what its handler said of it, and the reason sealed', async () => {
    const street = newId(clock());
    const [first, second] = [newId(clock()), newId(clock())];
    const call = one.begin(workerOf(street, clock), { act: 'registry.changeElder', input: { reason: 'checkup' } });
    call.about({ elderIds: [first], what: '联系电话' });
    call.about({ elderIds: [first, second], what: '身份证号', reason: '体检：社区义诊', reveal: true });
    await call.end('done');
    await one.drain();
    const [entry] = await chainOf(street);
    expect(entry).toMatchObject({ elderIds: [first, second], what: '联系电话；身份证号', group: 'reveal' });
    expect(JSON.stringify(entry)).not.toMatch(/checkup|体检/);
    const { items } = await one.door.search(street, {}, { limit: 20 });
    expect(items[0]!.reason).toBe('体检：社区义诊');
  });

  it('that shows nothing and writes nothing leaves no entry; one that shows, does', async () => {
    const street = newId(clock());
    const caller = workerOf(street, clock);
    const look = (act: string) => one.border.ofCall({ act, caller, input: {}, requestId: 'r' });
    await look('registry.listElders').end('done');
    const shown = look('office.audit');
    shown.about({ reveal: true, what: '操作记录' });
    await shown.end('done');
    expect(await inbox(street)).toHaveLength(1);
    await one.drain();
    expect(await chainOf(street)).toMatchObject([{ act: 'office.audit', group: 'reveal', outcome: 'done' }]);
  });

  it('of someone without a street goes into the chain of the house, and a stranger’s into none', async () => {
    const before = (await chainOf(HOUSE)).length;
    const { accountId, sessionId, name } = workerOf('', clock);
    const visitor = { accountId, sessionId, name, role: null, secondFactor: false };
    const stranger = one.border.ofCall({ act: 'accounts.sendCode', caller: null, input: {}, requestId: 'r' });
    stranger.begin();
    await stranger.end('done');
    const call = one.border.ofCall({ act: 'accounts.rename', caller: visitor, input: {}, requestId: 'r' });
    call.begin();
    await call.end('done');
    await one.drain();
    expect((await chainOf(HOUSE)).slice(before)).toMatchObject([
      { act: 'accounts.rename', accountId, group: 'access' },
    ]);
  });

  it('cannot be answered when its entry was not written', async () => {
    const gone = await openStore({ dataDir: '', clock, mongodbUri: store.uri, dbName: store.connection.name });
    const cut = await auditRoom(gone, clock, cipher);
    await gone.close();
    await expect(cut.call(workerOf(newId(clock()), clock))).rejects.toThrow();
    expect(cut.logged.some((line) => line.includes('audit not written'))).toBe(true);
  });
});

it('a rule leaves an entry of its own', async () => {
  const street = newId(clock());
  const elderId = newId(clock());
  const act = 'registry.returnFromHospital';
  await one.door.append({ streetId: street, act, what: '到期自动恢复在册', elderIds: [elderId], reason: '出院' });
  expect(await inbox(street)).toHaveLength(1);
  const { items } = await one.door.search(street, { elderId }, { limit: 5 });
  expect(items).toMatchObject([{ by: 'rule', accountId: null, act, what: '到期自动恢复在册', reason: '出院' }]);
  await whole(street, 1);
});

describe('several processes', () => {
  it('append to one street at once: one chain, each call once, nothing left over', async () => {
    const street = newId(clock());
    const callers = Array.from({ length: 10 }, () => workerOf(street, clock));
    const requests: string[] = [];
    for (let round = 0; round < 8; round++) {
      const calls = [one, other].flatMap((room, n) =>
        callers.map((caller, m) => {
          const requestId = `${round}-${n}-${m}`;
          requests.push(requestId);
          return room.call(caller, { requestId });
        }),
      );
      await Promise.all(calls);
      await Promise.all([one.drain(), other.drain()]);
    }
    const chain = await chainOf(street);
    expect(chain.map(({ seq }) => seq)).toEqual(requests.map((_, n) => n + 1));
    expect(chain.map(({ requestId }) => requestId).sort()).toEqual(requests.sort());
    expect(await inbox(street)).toEqual([]);
    await whole(street, requests.length);
  });

  it('chain what a dead one had begun, once, as of unknown outcome', async () => {
    const street = newId(clock());
    const dead = await auditRoom(otherStore, clock, cipher);
    const calls = Array.from({ length: 5 }, (_, n) => dead.begin(workerOf(street, clock), { requestId: `dead-${n}` }));
    // It dies before it tells anybody how they ended.
    await expect.poll(async () => (await inbox(street)).length).toBe(5);
    clock.forward(LEASE_MS - 1_000);
    await Promise.all([one.drain(), other.drain()]);
    expect(await chainOf(street)).toEqual([]);

    clock.forward(60_000);
    await Promise.all([one.drain(), other.drain()]);
    const chain = await chainOf(street);
    expect(chain.map(({ outcome, requestId }) => [outcome, requestId]).sort()).toEqual(
      calls.map((_, n) => ['unknown', `dead-${n}`]),
    );
    expect(await inbox(street)).toEqual([]);

    // It was only slow after all: what has its place keeps it.
    await Promise.all(calls.map((call) => call.end('done')));
    await dead.drain();
    expect(await chainOf(street)).toEqual(chain);
    await whole(street, 5);
  });

  it('do not take a call for dead that still runs in them', async () => {
    const street = newId(clock());
    const slow = one.begin(workerOf(street, clock));
    await expect.poll(async () => (await inbox(street)).length).toBe(1);
    clock.forward(LEASE_MS + 60_000);
    await one.drain();
    expect(await chainOf(street)).toEqual([]);
    await slow.end('done');
    await one.drain();
    expect(await chainOf(street)).toMatchObject([{ outcome: 'done' }]);
  });
});

it('nothing ever removes an entry: no index with an expiry, and ten years change nothing', async () => {
  const db = store.connection.db!;
  for (const name of ['audit', 'auditInbox', 'auditHeads']) {
    const expiring = (await db.collection(name).indexes()).filter((index) => 'expireAfterSeconds' in index);
    expect([name, expiring]).toEqual([name, []]);
  }
  const street = newId(clock());
  await one.call(workerOf(street, clock));
  await one.drain();
  const before = await db.collection('audit').countDocuments();
  clock.forward(10 * 366 * 86_400_000);
  await sweepExpired(db, clock());
  await one.drain();
  expect(await db.collection('audit').countDocuments()).toBe(before);
  await whole(street, 1);
});
