import { expect, it } from 'vitest';
import { openHouse } from './house.ts';

const house = await openHouse();
const { someone, message, send, outcome, sms, voice, clock, sender } = house;
const bySms = { channels: ['sms'] as const, otherwise: ['voice'] as const };
const byVoice = { channels: ['voice'] as const, otherwise: [] };

it('a text carries the answer code and nothing about anybody', async () => {
  const who = someone();
  const one = message(who, { ...bySms, title: '王秀兰摔倒了', body: '水西里3号楼501，高血压', code: 'hgfedcba' });
  await send(one);
  expect(sms.texts.at(-1)).toMatchObject({
    phone: who.phone,
    template: sms.notices.alarm,
    params: { code: 'hgfedcba' },
  });
  const call = message(someone(), { ...byVoice, title: '王秀兰摔倒了', body: '水西里3号楼501，高血压' });
  await send(call);
  for (const request of [...sms.requests, ...voice.requests]) {
    expect(request).not.toMatch(/王|秀兰|水西里|501|高血压|摔倒|刘芳/);
    // Nor the ids of people, houses or alarms.
    for (const id of [one.incidentId!, one.house, who.accountId, call.house]) expect(request).not.toContain(id);
  }
});

it('a number gets at most 50 notices a day; then other ways are tried, and the provider is not asked', async () => {
  const who = someone();
  const many = Array.from({ length: 50 }, () => message(who, { ...bySms, otherwise: [] }));
  await send(...many);
  const texts = () => sms.texts.filter(({ phone }) => phone === who.phone).length;
  expect(texts()).toBe(50);
  const asked = sms.requests.length;
  const last = message(who, bySms);
  await send(last);
  expect(await outcome(last)).toEqual(['sms ownQuota', 'voice sent']);
  expect(sms.requests.length).toBe(asked);
  clock.forward(86_400_000);
  await send(message(who, bySms));
  expect(texts()).toBe(51);
});

it('a number is rung once a minute, 5 times an hour, 20 times a day, and never asked of the provider beyond that', async () => {
  const who = someone();
  const ring = async () => {
    const one = message(who, byVoice);
    await send(one);
    return (await outcome(one))[0] === 'voice sent';
  };
  const asked = voice.requests.length;
  let rung = 0;
  // A call is tried every 30 seconds for two days.
  const byHour: number[] = [];
  for (let half = 0; half < 2 * 120; half++) {
    const did = await ring();
    rung += Number(did);
    byHour[Math.floor(half / 120)] = (byHour[Math.floor(half / 120)] ?? 0) + Number(did);
    clock.forward(30_000);
  }
  expect(byHour).toEqual([5, 5]);
  for (let hours = 0; hours < 20; hours++) {
    for (let minutes = 0; minutes < 6; minutes++) {
      rung += Number(await ring());
      clock.forward(60_000);
    }
    clock.forward(54 * 60_000);
  }
  expect(rung).toBe(20);
  expect(voice.requests.length - asked).toBe(20);
  expect(voice.calls.filter(({ phone }) => phone === who.phone)).toHaveLength(20);
});

it('a call that failed counts against the number too', async () => {
  const who = someone();
  voice.failNext('isv.VOICE_FILE_ILLEGAL');
  const first = message(who, byVoice);
  await send(first);
  expect(await outcome(first)).toEqual(['voice isv.VOICE_FILE_ILLEGAL']);
  const asked = voice.requests.length;
  const second = message(who, byVoice);
  await send(second);
  expect(await outcome(second)).toEqual(['voice ownQuota']);
  expect(voice.requests.length).toBe(asked);
});

it('two processes that ring one number at once ring it once', async () => {
  const who = someone();
  const other = house.openRoom();
  const asked = voice.requests.length;
  const [one, two] = [message(who, byVoice), message(who, byVoice)];
  await house.room.door.send([one, two]);
  await Promise.all([sender.drain(), other.jobs[0]!.drain()]);
  expect([...(await outcome(one)), ...(await outcome(two))].sort()).toEqual(['voice ownQuota', 'voice sent']);
  expect(voice.requests.length - asked).toBe(1);
});

it.each([
  ['isv.BUSINESS_LIMIT_CONTROL', ['sms isv.BUSINESS_LIMIT_CONTROL', 'voice sent']],
  ['isv.MOBILE_NUMBER_ILLEGAL', ['sms isv.MOBILE_NUMBER_ILLEGAL', 'voice sent']],
  ['isv.AMOUNT_NOT_ENOUGH', ['sms isv.AMOUNT_NOT_ENOUGH', 'voice sent']],
])('the provider’s %s goes to the next channel at once', async (code, expected) => {
  sms.failNext(code);
  const one = message(someone(), bySms);
  await send(one);
  expect(await outcome(one)).toEqual(expected);
});

it.each(['5xx', 'hangUp', 'isp.SYSTEM_ERROR'])('after %s the text is tried again 15 seconds later', async (how) => {
  sms.failNext(how);
  const one = message(someone(), bySms);
  await send(one);
  expect(await outcome(one)).toEqual(['sms waits']);
  clock.forward(15_000);
  await sender.drain();
  expect(await outcome(one)).toEqual(['sms sent']);
});

it('who has no phone is refused without asking the provider', async () => {
  const asked = sms.requests.length;
  const one = message(someone({ phone: null }), bySms);
  await send(one);
  expect(await outcome(one)).toEqual(['sms noPhone', 'voice noPhone']);
  expect(sms.requests.length).toBe(asked);
});

it('a kind without an approved template goes on to the next channel', async () => {
  const one = message(someone(), { ...bySms, kind: 'reminder' });
  await send(one);
  expect(await outcome(one)).toEqual(['sms noTemplate', 'voice noTemplate']);
  expect(house.errors()).toEqual([]);
});
