import { expect, it } from 'vitest';
import type { Recipient } from '../../../server/notices/door.ts';
import { anId } from '../../factories/elders.ts';
import { openHouse } from './house.ts';

const house = await openHouse();
const { someone, message, send, deliveries, outcome, push, sms, voice, clock, sender, room, streetId } = house;
const bySms = { channels: ['sms'] as const, otherwise: ['voice'] as const };
const byVoice = { channels: ['voice'] as const, otherwise: [] };
const accepted: { incidentId: string; to: Recipient }[] = [];
let down = false;
room.onAccept(async (_street, incidentId, to) => {
  if (down) throw new Error('down');
  accepted.push({ incidentId, to });
});

it('sent, delivered, seen and accepted are four facts, each with its own time', async () => {
  const who = someone();
  const one = message(who, bySms);
  await send(one);
  const facts = async () => {
    const [{ sentAt, deliveredAt, seenAt, acceptedAt }] = (await deliveries(one)) as [
      Awaited<ReturnType<typeof deliveries>>[0],
    ];
    return [sentAt, deliveredAt, seenAt, acceptedAt].map((at) => at !== null);
  };
  expect(await facts()).toEqual([true, false, false, false]);
  expect(await push('sms', [sms.receipt(sms.texts.at(-1)!, true)])).toEqual({
    status: 200,
    body: { code: 0, msg: '成功' },
  });
  expect(await facts()).toEqual([true, true, false, false]);
  clock.forward(1_000);
  const seen = clock();
  await room.door.seen(streetId, one.incidentId!, { code: one.code! }, seen);
  expect(await facts()).toEqual([true, true, true, false]);
  clock.forward(1_000);
  await room.door.accepted(streetId, one.incidentId!, { accountId: who.accountId }, clock());
  await room.door.seen(streetId, one.incidentId!, { accountId: who.accountId }, clock());
  expect(await facts()).toEqual([true, true, true, true]);
  expect((await deliveries(one))[0]).toMatchObject({ seenAt: seen, acceptedAt: clock() });
  // Of this alarm, in this street.
  const other = message(who, bySms);
  await send(other);
  await room.door.seen(anId(), other.incidentId!, { accountId: who.accountId }, clock());
  expect((await deliveries(other))[0]!.seenAt).toBeNull();
});

it('says of which alarms a person was told, the newest first', async () => {
  const who = someone();
  const since = clock();
  const [first, second] = [message(who, bySms), message(who, bySms)];
  await send(first);
  clock.forward(1_000);
  await send(second, message(who, { ...bySms, incidentId: null }));
  expect(await room.door.incidentsOf(streetId, who.accountId, since)).toEqual([second.incidentId, first.incidentId]);
  expect(await room.door.incidentsOf(streetId, who.accountId, clock())).toEqual([second.incidentId]);
});

it('reading the notice in the app is seeing it', async () => {
  const who = someone();
  const one = message(who, { channels: ['app'], otherwise: [] });
  await send(one);
  expect((await who.client.list()).items).toMatchObject([{ id: one.id, incidentId: one.incidentId, urgent: true }]);
  await who.client.read();
  expect((await deliveries(one))[0]!.seenAt).toEqual(clock());
});

it('a text that did not arrive goes to the next channel; twice told is once', async () => {
  const one = message(someone(), bySms);
  await send(one);
  const receipt = sms.receipt(sms.texts.at(-1)!, false, 'MOBILE_NOT_ON_SERVICE');
  await push('sms', [receipt, receipt]);
  await sender.drain();
  await push('sms', [receipt]);
  await sender.drain();
  expect(await outcome(one)).toEqual(['sms MOBILE_NOT_ON_SERVICE', 'voice sent']);
  expect(voice.calls.filter(({ phone }) => phone === one.to.phone)).toHaveLength(1);
});

it('a receipt that never comes changes nothing', async () => {
  const one = message(someone(), bySms);
  await send(one);
  clock.forward(86_400_000);
  await sender.drain();
  expect(await outcome(one)).toEqual(['sms sent']);
  expect((await deliveries(one))[0]!.deliveredAt).toBeNull();
});

it('out of order and late: what arrived has arrived', async () => {
  const one = message(someone(), { ...bySms, otherwise: [] });
  await send(one);
  const text = sms.texts.at(-1)!;
  clock.forward(3_600_000);
  await push('sms', [sms.receipt(text, true), sms.receipt(text, false)]);
  await sender.drain();
  const [told] = await deliveries(one);
  expect(told).toMatchObject({ failed: null });
  expect(told!.deliveredAt).not.toBeNull();
});

it('unknown ids, foreign fields and other people’s secrets are harmless', async () => {
  const before = await house.db.collection('messages').countDocuments({ deliveredAt: { $ne: null } });
  expect((await push('sms', [{ out_id: 'unknown', success: true }, { nonsense: 1 }, null])).status).toBe(200);
  const one = message(someone(), bySms);
  await send(one);
  const receipt = sms.receipt(sms.texts.at(-1)!, true);
  expect((await push('sms', [receipt], 'some-other-secret')).status).toBe(404);
  expect((await push('voice', [{ ...receipt, status_code: '200000' }])).status).toBe(200);
  expect((await push('sms', { not: 'an array' })).status).toBe(400);
  expect(await house.db.collection('messages').countDocuments({ deliveredAt: { $ne: null } })).toBe(before);
});

it('the border reads no body beyond the limit, answers only POST, and logs no secret', async () => {
  const url = `${house.hooksUrl}/hooks/aliyun/sms/hook-secret-of-tests`;
  expect((await fetch(url, { method: 'POST', body: 'x'.repeat(300 * 1024) })).status).toBe(413);
  expect((await fetch(url)).status).toBe(405);
  expect((await fetch(`${house.hooksUrl}/hooks/nothing`, { method: 'POST' })).status).toBe(404);
  expect(house.logged.join('')).toContain('POST /hooks/aliyun/sms/:secret');
  expect(house.logged.join('')).not.toContain('hook-secret-of-tests');
});

it.each([
  ['200000', true],
  ['200001', true],
  ['200008', true],
  ['200002', false],
  ['200003', false],
  ['200005', false],
  ['200010', false],
])('a call that ends with %s was answered: %s', async (status, answered) => {
  const one = message(someone(), byVoice);
  await send(one);
  await push('voice', [voice.receipt(voice.calls.at(-1)!, status)]);
  const [told] = await deliveries(one);
  expect(told!.deliveredAt !== null).toBe(answered);
  expect(told!.failed?.code).toBe(answered ? undefined : status);
  expect(told!.acceptedAt).toBeNull();
});

it('1 pressed in a call accepts, once, also while the call still lasts', async () => {
  const who = someone();
  const one = message(who, byVoice);
  await send(one);
  const call = voice.calls.at(-1)!;
  accepted.length = 0;
  await push('voice', [{ call_id: call.callId, out_id: call.outId, status_code: '300000', dtmf: '1' }]);
  await push('voice', [voice.receipt(call, '200000', '1'), voice.receipt(call, '200000', '1')]);
  expect(accepted).toMatchObject([{ incidentId: one.incidentId, to: { accountId: who.accountId, phone: who.phone } }]);
  expect((await deliveries(one))[0]).toMatchObject({ acceptedAt: clock(), deliveredAt: clock() });
});

it('another key accepts nothing', async () => {
  await send(message(someone(), byVoice));
  accepted.length = 0;
  await push('voice', [voice.receipt(voice.calls.at(-1)!, '200000', '2')]);
  expect(accepted).toEqual([]);
});

it('an acceptance that we could not pass on is asked for again by the provider’s next push', async () => {
  const one = message(someone(), byVoice);
  await send(one);
  const receipt = voice.receipt(voice.calls.at(-1)!, '200000', '1');
  accepted.length = 0;
  down = true;
  expect((await push('voice', [receipt])).status).toBe(500);
  expect((await deliveries(one))[0]!.acceptedAt).toBeNull();
  down = false;
  expect((await push('voice', [receipt])).status).toBe(200);
  expect(accepted).toHaveLength(1);
});
