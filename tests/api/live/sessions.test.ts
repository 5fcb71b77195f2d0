import { expect, it } from 'vitest';
import { accountTopic } from '../../../server/live/door.ts';
import { openApp } from '../../support/app.ts';
import { listenTo } from '../../support/live-socket.ts';

const app = await openApp();
const { url, live, someone } = app;
const [street] = await app.streets.all();
const { id: streetId, communities } = street!;
const scope = { streetId, communityIds: [communities[0]!.id] };
const minute = 60_000;

it('ends with its session, and with no other', async () => {
  const volunteer = await someone('volunteer', scope);
  const { accountId } = await volunteer.client.accounts.me();
  const persona = (await app.as().accounts.personas()).items.find(({ name }) => name.startsWith('测试1号'))!;
  const second = await app.as().accounts.signInAsPersona({ key: persona.key });
  const [first, other] = [listenTo(url, volunteer.token), listenTo(url, second.token)];
  await Promise.all([first.ready(), other.ready()]);
  const { items } = await volunteer.client.accounts.sessions();
  await volunteer.client.accounts.endSession({ sessionId: items.find((one) => one.current)!.id });
  expect(await first.closed()).toBe(4401);
  expect(first.said.at(-1)).toEqual({ kind: 'bye', id: 'session' });
  live.door.publish({ topics: [accountTopic(accountId)], kind: 'notice', id: 'after' });
  await other.hears('notice', 'after');
  expect(first.said.map(({ kind }) => kind)).toEqual(['ready', 'bye']);
  other.socket.close();
});

it('ends with the role it was opened in, and opens again without what that role heard', async () => {
  const worker = await someone('gridWorker', scope);
  const { accountId, active } = await worker.client.accounts.me();
  const before = listenTo(url, worker.token);
  await before.ready();
  await app.accounts.door.end(active!.id, '测试', '离职');
  expect(await before.closed()).toBe(4409);
  const after = listenTo(url, worker.token);
  await after.ready();
  live.door.publish({ topics: [`desk:${streetId}:${scope.communityIds[0]}`], kind: 'incident', id: 'i' });
  live.door.publish({ topics: [accountTopic(accountId)], kind: 'notice', id: 'n' });
  await after.hears('notice');
  expect(after.said.map(({ kind }) => kind)).toEqual(['ready', 'notice']);
  after.socket.close();
});

it('is not kept signed in by an open socket: 15 minutes without a request end a worker', async () => {
  const worker = await someone('gridWorker', scope);
  const { accountId } = await worker.client.accounts.me();
  await app.store.connection
    .collection('sessions')
    .updateMany({ accountId }, { $set: { secondFactorAt: app.clock() } });
  const one = listenTo(url, worker.token);
  await one.ready();
  const family = await someone('family', { streetId });
  const other = listenTo(url, family.token);
  await other.ready();
  app.clock.forward(16 * minute);
  expect(await one.closed()).toBe(4401);
  expect(other.code()).toBeNull();
  other.socket.close();
});

it('opens a desk only after the second factor', async () => {
  const worker = await someone('gridWorker', scope);
  const { accountId } = await worker.client.accounts.me();
  const sessions = app.store.connection.collection('sessions');
  await sessions.updateMany({ accountId }, { $set: { way: 'phone', secondFactorAt: null } });
  app.clock.forward(3_000);
  const one = listenTo(url, worker.token);
  await one.ready();
  live.door.publish({ topics: [`desk:${streetId}:${scope.communityIds[0]}`], kind: 'incident', id: 'i' });
  live.door.publish({ topics: [accountTopic(accountId)], kind: 'notice', id: 'n' });
  await one.hears('notice');
  expect(one.said.map(({ kind }) => kind)).toEqual(['ready', 'notice']);
  await sessions.updateMany({ accountId }, { $set: { secondFactorAt: app.clock() } });
  expect(await one.closed()).toBe(4409);
});
