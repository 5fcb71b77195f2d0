import { beforeEach, expect, it } from 'vitest';
import { newId } from '../../../server/store/ids.ts';
import { type ADevice, deviceSends } from '../../support/a-device.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const worker = await app.persona('刘芳');
let head = await app.persona('孙建国');
// Staff are signed out after a quarter of an hour, and the clock is moved further here.
beforeEach(async () => {
  head = await app.persona('孙建国');
});
const elders = (await worker.client.registry.listElders({ limit: 20 })).items.filter((one) => one.status === 'present');
const send = deviceSends(app.url, app.clock);
const id = () => newId(app.clock());
let used = 0;
/** An elder of whom no other test has heard. */
const anElder = (): string => elders[used++]!.id;

async function aDevice(elderId: string, label = '床头'): Promise<ADevice> {
  const { device, secret } = await head.client.response.addDevice({ elderId, id: id(), kind: 'button', label });
  return { id: device.id, secret: secret! };
}
const openOnes = async (elderId: string) => {
  const stored = app.store.connection.collection('incidents');
  return stored.find({ elderId }).sort({ raisedAt: 1 }).toArray();
};
const known = async (elderId: string) => (await head.client.response.devices({ elderId })).items[0]!;

it('shows a secret once, and keeps it sealed', async () => {
  const elderId = anElder();
  const sent = { elderId, id: id(), kind: 'button' as const, label: '床头' };
  const { device, secret } = await head.client.response.addDevice(sent);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(device).toMatchObject({ kindLabel: '一键呼叫器', state: 'on', lastHeardAt: null, registeredBy: '孙建国' });
  expect((await head.client.response.addDevice(sent)).secret).toBeNull();
  const { items, path } = await head.client.response.devices({ elderId });
  expect(items).toHaveLength(1);
  expect(path).toBe('/hooks/devices/v1/alarms');
  expect(JSON.stringify(items)).not.toContain(secret);
  expect(JSON.stringify(await app.store.connection.collection('devices').find({}).toArray())).not.toContain(secret);
  await expect(worker.client.response.devices({ elderId })).rejects.toMatchObject({ code: 'not_allowed' });
});

it('stores an alarm before it answers, and calls the ladder', async () => {
  const elderId = anElder();
  const device = await aDevice(elderId, '客厅');
  const happened = new Date(app.clock().getTime() - 30_000).toISOString();
  const { status, body } = await send(device, { kind: 'smoke', at: happened, battery: 15 });
  expect([status, body.received]).toEqual([200, true]);
  const [stored] = await openOnes(elderId);
  expect(stored).toMatchObject({ source: 'device', status: 'raised', pressedAt: new Date(happened) });
  expect(stored?._id).toBe(body.incidentId);
  await app.drain();
  const seen = await worker.client.response.incident({ incidentId: body.incidentId! });
  expect(seen).toMatchObject({ sourceLabel: '设备', raisedBy: '设备 客厅', words: '客厅：有烟', rungsCalled: 1 });
  expect(await known(elderId)).toMatchObject({ battery: 15, lowBattery: true, testedAt: null });
});

it.each([
  ['heartbeat', null],
  ['lowBattery', null],
  ['test', 'tested'],
])('only notes a %s', async (kind, tested) => {
  const elderId = anElder();
  const device = await aDevice(elderId);
  app.clock.forward(25 * 3_600_000);
  const again = (await app.persona('孙建国')).client.response;
  expect((await again.devices({ elderId })).items[0]).toMatchObject({ silent: true });
  expect(await send(device, { kind })).toEqual({ status: 200, body: { received: true, incidentId: null } });
  expect(await openOnes(elderId)).toEqual([]);
  const now = app.clock().toISOString();
  expect((await again.devices({ elderId })).items[0]).toMatchObject({
    ...{ silent: false, lastHeardAt: now, testedAt: tested && now },
  });
});

it('takes the same number for the same call, sent again by whatever clock, and refuses it for another', async () => {
  const elderId = anElder();
  const device = await aDevice(elderId);
  const nonce = 'abcdef012345';
  const all = await Promise.all([1, 2, 3].map(() => send(device, { kind: 'sos' }, { nonce })));
  const incidentIds = new Set(all.map(({ body }) => body.incidentId));
  expect([all.map(({ status }) => status), incidentIds.size]).toEqual([[200, 200, 200], 1]);
  app.clock.forward(4 * 60_000);
  expect((await send(device, { kind: 'sos' }, { nonce })).body.incidentId).toBe(all[0]!.body.incidentId);
  const [stored] = await openOnes(elderId);
  expect(stored?.history.filter(({ move }: { move: string }) => move === 'pressAgain')).toEqual([]);
  expect(await send(device, { kind: 'fall' }, { nonce })).toMatchObject({
    status: 409,
    body: { code: 'device_replayed' },
  });
});

it('refuses a recorded sending once its time has passed, also when its number is forgotten', async () => {
  const elderId = anElder();
  const device = await aDevice(elderId);
  const recorded = { nonce: 'recorded-once', at: app.clock() };
  await send(device, { kind: 'sos' }, recorded);
  app.clock.forward(5 * 60_000 + 1_000);
  await app.store.connection.collection('deviceNonces').deleteMany({});
  const answer = await send(device, { kind: 'sos' }, recorded);
  expect(answer).toMatchObject({ status: 400, body: { code: 'device_clock' } });
  expect(Date.parse(answer.body.data?.now ?? '')).toBe(app.clock().getTime());
  const early = new Date(app.clock().getTime() + 5 * 60_000 + 1_000);
  expect((await send(device, { kind: 'sos' }, { at: early })).body.code).toBe('device_clock');
  const edge = new Date(app.clock().getTime() - 5 * 60_000);
  expect((await send(device, { kind: 'sos' }, { at: edge })).status).toBe(200);
});

it('remembers numbers longer than a time stamp is good for', async () => {
  const device = await aDevice(anElder());
  const now = app.clock();
  await send(device, { kind: 'heartbeat' }, { nonce: 'remember-me-1', at: new Date(now.getTime() + 5 * 60_000) });
  const kept = await app.store.connection
    .collection('deviceNonces')
    .findOne({ _id: `${device.id}:remember-me-1` as never });
  expect(kept!.expiresAt.getTime()).toBeGreaterThan(now.getTime() + 10 * 60_000);
});

it('believes nobody whose signature is wrong, and says no more than that', async () => {
  const elderId = anElder();
  const device = await aDevice(elderId);
  const wrong = [
    await send({ ...device, id: id() }, { kind: 'sos' }),
    await send({ ...device, secret: `${device.secret}x` }, { kind: 'sos' }),
    await send(device, { kind: 'sos' }, { signature: 'f'.repeat(64) }),
    await send(device, { kind: 'sos' }, { signature: '' }),
    await send(device, { kind: 'sos' }, { nonce: 'short' }),
    await send({ ...device, id: 'no-such-id' }, { kind: 'sos' }),
  ];
  expect(wrong.map(({ status, body }) => [status, body.code])).toEqual(wrong.map(() => [401, 'device_unknown']));
  expect(await openOnes(elderId)).toEqual([]);
  expect(await known(elderId)).toMatchObject({ lastHeardAt: null });
});

it.each([
  ['{', 400, 'bad_json'],
  ['[]', 400, 'bad_input'],
  [JSON.stringify({ kind: 'noise' }), 400, 'bad_input'],
  [JSON.stringify({ kind: 'sos', battery: 101 }), 400, 'bad_input'],
  [JSON.stringify({ kind: 'sos', name: '王秀兰' }), 400, 'bad_input'],
  [JSON.stringify({ kind: 'sos', at: 'x'.repeat(5_000) }), 413, 'too_large'],
])('refuses %.40s', async (bytes, status, code) => {
  const elderId = elders[0]!.id;
  const device = await aDevice(elderId);
  const before = (await openOnes(elderId)).length;
  expect(await send(device, {}, { bytes })).toMatchObject({ status, body: { code } });
  expect(await openOnes(elderId)).toHaveLength(before);
});

it('lets the first alarm of a house through a flood, and stops the flood', async () => {
  const elderId = anElder();
  const device = await aDevice(elderId);
  app.clock.forward(60_000 - (app.clock().getTime() % 60_000));
  const quiet = [];
  for (let n = 0; n < 32; n++) quiet.push((await send(device, { kind: 'heartbeat' })).status);
  expect(quiet).toEqual([...Array(30).fill(200), 429, 429]);
  const loud = [];
  for (let n = 0; n < 13; n++) loud.push(await send(device, { kind: 'gas' }));
  expect(loud.map(({ status }) => status)).toEqual([...Array(11).fill(200), 429, 429]);
  expect(new Set(loud.flatMap(({ body }) => body.incidentId ?? [])).size).toBe(1);
  expect(await openOnes(elderId)).toHaveLength(1);
  expect(loud.at(-1)!.body).toMatchObject({ code: 'too_many_tries' });
});

it('hears no device that was switched off, exchanged, or whose secret was renewed', async () => {
  const elderId = anElder();
  const first = await aDevice(elderId);
  const beat = async (one: ADevice) => (await send(one, { kind: 'heartbeat' })).body.code ?? 'heard';
  const { client } = head;
  await client.response.switchDevice({ deviceId: first.id, on: false, reason: '老人住院' });
  expect(await beat(first)).toBe('device_off');
  await client.response.switchDevice({ deviceId: first.id, on: true, reason: '回家了' });
  expect(await beat(first)).toBe('heard');
  const { secret } = await client.response.renewDevice({ deviceId: first.id, reason: '密钥抄错了' });
  expect([await beat(first), await beat({ ...first, secret: secret! })]).toEqual(['device_unknown', 'heard']);
  const next = await client.response.addDevice({
    elderId,
    id: id(),
    kind: 'button',
    label: '床头',
    replaces: first.id,
  });
  expect(await beat({ ...first, secret: secret! })).toBe('device_off');
  expect(await beat({ id: next.device.id, secret: next.secret! })).toBe('heard');
  const { items } = await client.response.devices({ elderId });
  expect(items.map(({ state }) => state)).toEqual(['on', 'replaced']);
});

it('keeps the devices of other communities to themselves', async () => {
  const elderId = anElder();
  const { id: deviceId } = await aDevice(elderId);
  const streetId = (await head.client.accounts.me()).active!.streetId;
  const street = await app.streets.street(streetId);
  const elsewhere = street.communities.find((one) => one.id !== elders[0]!.communityId)!;
  const { client } = await app.someone('communityHead', { streetId, communityIds: [elsewhere.id] });
  await expect(client.response.devices({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
  const off = client.response.switchDevice({ deviceId, on: false, reason: '试试' });
  await expect(off).rejects.toMatchObject({ code: 'device_not_found' });
});

it('follows an elder into the file that hers became part of, and goes with an erased one', async () => {
  const [from, to] = [anElder(), anElder()];
  const device = await aDevice(from);
  const streetId = (await head.client.accounts.me()).active!.streetId;
  const mine = app.response.pointers.find(({ collection }) => collection === 'devices')!;
  const redirect = { streetId, from, to, cause: 'test' };
  await mine.move(await mine.pointing(streetId, from), redirect);
  const { body } = await send(device, { kind: 'fall' });
  expect((await openOnes(to)).map(({ _id }) => _id)).toEqual([body.incidentId]);
  const parts = await Promise.all(app.response.keepers.map((keeper) => keeper.personData(streetId, to)));
  expect(parts.flat().find(({ title }) => title === '报警设备')?.items).toHaveLength(1);
  for (const keeper of app.response.keepers) await keeper.erase(streetId, to);
  expect((await send(device, { kind: 'fall' })).body.code).toBe('device_unknown');
});
