import { expect, it } from 'vitest';
import { anId } from '../../factories/elders.ts';
import { openHouse } from './house.ts';

const house = await openHouse();
const { someone, message, send, outcome, sms, voice, clock, sender, room, db } = house;
const bySms = { channels: ['sms'] as const, otherwise: [] };
const sentTo = () => sms.texts.map(({ phone }) => phone);
const textsTo = (phone: string) => sentTo().filter((one) => one === phone).length;

it('told twice, even at once, goes out once', async () => {
  const who = someone();
  const one = message(who, bySms);
  await Promise.all([room.door.send([one]), room.door.send([one, one])]);
  await sender.drain();
  await send(one);
  expect(textsTo(who.phone)).toBe(1);
});

it('300 messages of one house do not delay the alarm of another', async () => {
  const flooding = anId();
  const flood = Array.from({ length: 300 }, () => message(someone(), { ...bySms, house: flooding }));
  await room.door.send(flood);
  clock.forward(1_000);
  const others = [message(someone(), bySms), message(someone(), bySms)];
  await room.door.send(others);
  const before = sms.texts.length;
  await sender.drain();
  const order = sentTo().slice(before);
  expect(order).toHaveLength(302);
  for (const { to } of others) expect(order.indexOf(to.phone!)).toBeLessThan(3);
});

it('alarms go before drills, and drills before what can wait', async () => {
  const whom = { channels: ['app'] as const, otherwise: [] };
  const kinds = ['reminder', 'duty', 'rollCall', 'drill', 'alarm'] as const;
  const all = kinds.map((kind) => message(someone(), { ...whom, kind }));
  await room.door.send(all);
  const before = house.hints.length;
  await sender.drain();
  expect(house.hints.slice(before).map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse());
});

it('after a stop each goes out once, alarms first', async () => {
  const people = Array.from({ length: 30 }, () => someone());
  const before = sms.texts.length;
  await room.door.send(people.map((who) => message(who, bySms)));
  sender.start();
  await expect.poll(() => sms.texts.length > before).toBe(true);
  await sender.stop();
  clock.forward(10 * 60_000);
  // Two processes start again at once.
  await Promise.all([sender.drain(), house.openRoom().jobs[0]!.drain()]);
  for (const who of people) expect(textsTo(who.phone)).toBe(1);
});

it('a process that dies after sending and before writing it down sends once more, and only then', async () => {
  const who = someone();
  sms.failNext('hangUpAfter');
  const one = message(who, bySms);
  await send(one);
  expect(await outcome(one)).toEqual(['sms waits']);
  expect(textsTo(who.phone)).toBe(1);
  clock.forward(15_000);
  await sender.drain();
  expect(textsTo(who.phone)).toBe(2);
  for (const _ of [1, 2, 3]) {
    clock.forward(60_000);
    await sender.drain();
  }
  expect(textsTo(who.phone)).toBe(2);
});

it('a receipt that comes before we wrote down the sending keeps us from sending again', async () => {
  const who = someone();
  sms.failNext('hangUpAfter');
  const one = message(who, bySms);
  await send(one);
  await house.push('sms', [sms.receipt(sms.texts.at(-1)!, true)]);
  clock.forward(60_000);
  await sender.drain();
  expect(textsTo(who.phone)).toBe(1);
  expect(await outcome(one)).toEqual(['sms sent']);
});

it('a process that dies with a message in hand leaves it to the next, after its lease', async () => {
  const who = someone();
  const one = message(who, bySms);
  await room.door.send([one]);
  const lease = new Date(clock().getTime() + 20_000);
  // Taken by a process that is no more.
  await db.collection('messages').updateOne({ messageId: one.id }, { $set: { dueAt: lease, token: 'dead' } });
  await sender.drain();
  expect(textsTo(who.phone)).toBe(0);
  clock.forward(20_000);
  await sender.drain();
  expect(textsTo(who.phone)).toBe(1);
});

it('a process that dies between a refusal and the next channel is continued by another', async () => {
  const who = someone();
  const one = message(who, { channels: ['sms'], otherwise: ['voice'] });
  await room.door.send([one]);
  const failed = { code: 'isv.TEST', words: '试', at: clock() };
  await db.collection('messages').updateOne({ messageId: one.id }, { $set: { failed, token: 'dead' } });
  await sender.drain();
  expect(await outcome(one)).toEqual(['sms isv.TEST', 'voice sent']);
  expect(textsTo(who.phone)).toBe(0);
});

it('goes on only when no channel outside the app took it', async () => {
  const taken = message(someone(), { channels: ['app', 'wechat', 'sms'], otherwise: ['voice'] });
  await send(taken);
  expect((await outcome(taken)).sort()).toEqual(['app sent', 'sms sent', 'wechat noneLeft']);

  const mute = someone({ phone: null });
  const nobody = message(mute, { channels: ['app', 'wechat', 'sms'], otherwise: ['voice', 'wecom'] });
  await send(nobody);
  expect((await outcome(nobody)).sort()).toEqual([
    'app sent',
    'sms noPhone',
    'voice noPhone',
    'wechat noneLeft',
    'wecom sent',
  ]);

  const appOnly = message(someone(), { channels: ['app'], otherwise: ['sms'] });
  await send(appOnly);
  expect((await outcome(appOnly)).sort()).toEqual(['app sent', 'sms sent']);

  // Both refuse at the same moment in two processes: the next channel is tried once all the same.
  const calls = voice.calls.length;
  const both = message(someone(), { channels: ['wechat', 'sms'], otherwise: ['voice'] });
  sms.failNext('isv.MOBILE_NUMBER_ILLEGAL');
  await room.door.send([both]);
  await Promise.all([sender.drain(), house.openRoom().jobs[0]!.drain()]);
  await sender.drain();
  expect((await outcome(both)).sort()).toEqual(['sms isv.MOBILE_NUMBER_ILLEGAL', 'voice sent', 'wechat noneLeft']);
  expect(voice.calls.length).toBe(calls + 1);
});

it('keeps name, phone, words and code sealed, and after sending only the hash of the code', async () => {
  const who = someone({ name: '赵静怡' });
  const one = message(who, { ...bySms, title: '某某某按了求助', body: '三号院', code: 'qwertyui' });
  await room.door.send([one]);
  const lying = async () => JSON.stringify(await db.collection('messages').findOne({ messageId: one.id }));
  for (const text of ['赵静怡', who.phone, '某某某', '三号院', 'qwertyui']) expect(await lying()).not.toContain(text);
  await sender.drain();
  const stored = await db.collection('messages').findOne({ messageId: one.id });
  expect(stored).toMatchObject({ code: '' });
  expect(await room.door.byCode('qwertyui')).toMatchObject({
    ...{ streetId: house.streetId, incidentId: one.incidentId, expired: false },
    to: { accountId: who.accountId, name: '赵静怡', phone: who.phone },
  });
  expect(await room.door.byCode('QWERTYUI')).not.toBeNull();
  expect(await room.door.byCode('aaaaaaaa')).toBeNull();
  clock.forward(86_400_000);
  expect(await room.door.byCode('qwertyui')).toMatchObject({ expired: true });
});

it('finds the phone of an account when the message does not say it', async () => {
  const who = someone();
  const one = message(who, { ...bySms, to: { accountId: who.accountId, role: 'gridWorker', name: '', phone: null } });
  await send(one);
  expect(textsTo(who.phone)).toBe(1);
});

it('a process so slow that its lease may end while it sends does not send; the next one does, once', async () => {
  const who = someone();
  const one = message(who, { ...bySms, to: { accountId: who.accountId, role: 'gridWorker', name: '', phone: null } });
  house.meanwhile.look = () => {
    house.meanwhile.look = () => {};
    clock.forward(10_001);
  };
  await send(one);
  expect(textsTo(who.phone)).toBe(0);
  clock.forward(20_000);
  await send(one);
  expect(textsTo(who.phone)).toBe(1);
});

it('wrote no error into the log', () => expect(house.errors()).toEqual([]));
