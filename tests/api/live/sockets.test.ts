import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { sockets } from '../../../server/http/sockets.ts';
import { accountTopic } from '../../../server/live/door.ts';
import { createLog } from '../../../server/log.ts';
import { openApp } from '../../support/app.ts';
import { listenTo } from '../../support/live-socket.ts';

const app = await openApp();
const { url, live, persona } = app;
const daughter = await persona('周敏');
const volunteer = await persona('李志强');
const idOf = async ({ client }: typeof daughter) => (await client.accounts.me()).accountId;
const topics = { daughter: accountTopic(await idOf(daughter)), volunteer: accountTopic(await idOf(volunteer)) };

/** The same rooms behind a second door whose times are short. */
async function hasty(times: { readyMs?: number; pingMs?: number }): Promise<string> {
  const { whoIs } = app.accounts.door;
  const { join, stop } = live;
  const server = createServer(app.listener).listen(0, '127.0.0.1');
  const log = createLog('silent');
  const detach = sockets({ whoIs, standingOf: app.accounts.standingOf, join, stop, log, trustProxy: false, times })(
    server,
  );
  afterAll(async () => {
    await detach();
    server.close();
  });
  await new Promise((listening) => server.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('tells each only what concerns her, without any content', async () => {
  const hers = listenTo(url, daughter.token);
  const his = listenTo(url, volunteer.token);
  await Promise.all([hers.ready(), his.ready()]);
  live.door.publish({ topics: [topics.daughter, 'desk:street:community'], kind: 'incident', id: 'i1' });
  live.door.publish({ topics: [topics.volunteer, topics.daughter], kind: 'notice', id: 'n1' });
  expect(await hers.hears('notice')).toEqual({ kind: 'notice', id: 'n1', topic: topics.daughter });
  expect(await his.hears('notice')).toEqual({ kind: 'notice', id: 'n1', topic: topics.volunteer });
  expect(hers.said).toEqual([
    { kind: 'ready' },
    { kind: 'incident', id: 'i1', topic: topics.daughter },
    { kind: 'notice', id: 'n1', topic: topics.daughter },
  ]);
  expect(his.said).toHaveLength(2);
  hers.socket.send('ping');
  await hers.hears('pong');
  hers.socket.close();
  his.socket.close();
});

it('tells a desk to those who sit at it: workers their communities, the office the street', async () => {
  const [street] = await app.streets.all();
  const { id: streetId, communities } = street!;
  const [here, there] = communities;
  const worker = await app.someone('gridWorker', { streetId, communityIds: [here!.id] });
  const office = await app.someone('streetOffice', { streetId });
  const neighbour = await app.someone('neighbour', { streetId, communityIds: [here!.id] });
  const all = [worker, office, neighbour].map(({ token }) => listenTo(url, token));
  await Promise.all(all.map((one) => one.ready()));
  for (const { id } of [here!, there!]) live.door.publish({ topics: [`desk:${streetId}:${id}`], kind: 'incident', id });
  live.door.publish({ topics: [`desk:${streetId}`], kind: 'incident', id: 'street' });
  live.door.publish({
    topics: await Promise.all([worker, office, neighbour].map(async (one) => accountTopic(await idOf(one)))),
    kind: 'end',
    id: '',
  });
  await Promise.all(all.map((one) => one.hears('end')));
  const heard = all.map(({ said }) => said.filter(({ kind }) => kind === 'incident').map(({ id }) => id));
  expect(heard).toEqual([[here!.id], [here!.id, there!.id, 'street'], []]);
  for (const one of all) one.socket.close();
});

it.each<[string, string | Buffer]>([
  ['no JSON', 'hello'],
  ['JSON that is no sign-in', '{"subscribe":"account:x"}'],
  ['a token with something beside it', JSON.stringify({ token: daughter.token, topics: ['desk:x'] })],
  ['a list', '[]'],
  ['null', 'null'],
  ['bytes', Buffer.from([1, 2, 3])],
])('closes on a first message that is %s', async (_what, message) => {
  const one = listenTo(url);
  one.socket.on('open', () => one.socket.send(message));
  expect(await one.closed()).toBe(1008);
  expect(one.said).toEqual([{ kind: 'bye', id: 'garbage' }]);
});

it('closes on anything but a ping after that, on too much at once and on a flood', async () => {
  const [chatty, long, flood] = [1, 2, 3].map(() => listenTo(url, daughter.token));
  await Promise.all([chatty!.ready(), long!.ready(), flood!.ready()]);
  chatty!.socket.send('{"topics":["desk:x"]}');
  long!.socket.send('x'.repeat(1_025));
  for (let n = 0; n < 200; n++) flood!.socket.send('ping');
  expect(await Promise.all([chatty!.closed(), long!.closed(), flood!.closed()])).toEqual([1008, 1009, 1008]);
});

it('closes on a token that is not good, and on none in time', async () => {
  const stranger = listenTo(url, 'x'.repeat(43));
  expect(await stranger.closed()).toBe(4401);
  expect(stranger.said).toEqual([{ kind: 'bye', id: 'session' }]);
  const silent = listenTo(await hasty({ readyMs: 50 }));
  expect(await silent.closed()).toBe(4408);
});

it('refuses other pages and other paths before anything begins', async () => {
  const other = listenTo(url, daughter.token, { origin: 'https://elsewhere.example' });
  const path = listenTo(`${url}/x`, daughter.token);
  await Promise.all([other.closed(), path.closed()]);
  expect([other.refused(), path.refused()]).toEqual([403, 404]);
  const own = listenTo(url, daughter.token, { origin: url });
  await own.ready();
  own.socket.close();
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
});

it('keeps the newest eight of an account', async () => {
  const all = [];
  for (let n = 0; n < 9; n++) {
    all.push(listenTo(url, volunteer.token));
    await all.at(-1)!.ready();
  }
  expect(await all[0]!.closed()).toBe(4429);
  expect(all[0]!.said.at(-1)).toEqual({ kind: 'bye', id: 'replaced' });
  live.door.publish({ topics: [topics.volunteer], kind: 'notice', id: 'n2' });
  for (const one of all.slice(1)) await one.hears('notice');
  expect(all.slice(1).map((one) => one.code())).toEqual(Array(8).fill(null));
  for (const one of all) one.socket.close();
});

it('lets at most fifty of one address stand at the door, and others in meanwhile', async () => {
  const strangers = Array.from({ length: 60 }, () => listenTo(url, undefined, { from: '127.0.0.2' }));
  await expect.poll(() => strangers.filter((one) => one.refused() === 429).length).toBe(10);
  const other = listenTo(url, daughter.token);
  await other.ready();
  for (const one of [...strangers, other]) one.socket.terminate();
});

it('drops who does not answer two pings', async () => {
  const quick = await hasty({ pingMs: 50 });
  const alive = listenTo(quick, daughter.token);
  await alive.ready();
  const dead = listenTo(quick, volunteer.token);
  await dead.ready();
  // Still connected, as a phone that has lost its network without a word.
  dead.socket.pong = () => {};
  (dead.socket as unknown as { _autoPong: boolean })._autoPong = false;
  expect(await dead.closed()).toBe(1006);
  expect(alive.code()).toBeNull();
  alive.socket.close();
});

it('drops who does not read, while the others hear', async () => {
  const slow = listenTo(url, daughter.token);
  const quick = listenTo(url, volunteer.token);
  await Promise.all([slow.ready(), quick.ready()]);
  slow.socket.pause();
  for (let n = 0; n < 400; n++) {
    live.door.publish({ topics: [topics.daughter], kind: 'big', id: 'x'.repeat(50_000) });
    live.door.publish({ topics: [topics.volunteer], kind: 'small', id: String(n) });
    await new Promise(setImmediate);
  }
  await quick.hears('small', '399');
  slow.socket.resume();
  expect(await slow.closed()).toBe(1006);
  expect(slow.said.length).toBeLessThan(400);
  quick.socket.close();
});
