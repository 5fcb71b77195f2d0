import { describe, expect, it } from 'vitest';
import { anId } from '../../factories/elders.ts';
import { openHouse, TEMPLATE } from './house.ts';

const house = await openHouse();
const { someone, message, consent, send, outcome, wechat, sms, clock, sender, room } = house;

describe('a subscribe message', () => {
  it('uses up one consent, and says what fits into the template', async () => {
    const who = someone();
    await consent(who, 2);
    const long = message(who, { title: '很长的标题'.repeat(10), body: '' });
    await send(long);
    expect(await outcome(long)).toEqual(['wechat sent']);
    const { data, page } = wechat.messages.at(-1)!;
    expect([...data.thing1!.value]).toHaveLength(20);
    expect(data.time3!.value).toMatch(/^2026年5月6日 \d{2}:\d{2}$/);
    expect(data.phrase4!.value).toBe('紧急');
    expect(page).toContain(long.incidentId);
    expect((await who.client.templates()).items).toEqual([
      { templateId: TEMPLATE, kind: 'alarm', label: '紧急', left: 1 },
    ]);
  });

  it('refused with 43101 goes to the next channel at the same moment, and empties the ledger', async () => {
    const who = someone();
    // Our ledger believes in a consent that WeChat does not have.
    await who.client.consented({ id: anId(), answers: [{ templateId: TEMPLATE, answer: 'accept' }] });
    const one = message(who);
    await send(one);
    const at = clock().getTime();
    const told = await house.deliveries(one);
    expect(told.map(({ channel, failed, sentAt }) => [channel, failed?.code ?? sentAt?.getTime()])).toEqual([
      ['wechat', '43101'],
      ['sms', at],
    ]);
    expect(told[0]!.failed!.words).toBe('对方没有留微信提醒次数');
    expect((await who.client.templates()).items[0]!.left).toBe(0);
  });

  it('is not even tried without a consent or an openid', async () => {
    const before = wechat.calls['/cgi-bin/message/subscribe/send'];
    const [refuser, stranger] = [someone(), someone({ openid: null })];
    await refuser.client.consented({ id: anId(), answers: [{ templateId: TEMPLATE, answer: 'reject' }] });
    const [first, second] = [message(refuser), message(stranger)];
    await send(first, second);
    expect(await outcome(first)).toEqual(['wechat noneLeft', 'sms sent']);
    expect(await outcome(second)).toEqual(['wechat noOpenid', 'sms sent']);
    expect(wechat.calls['/cgi-bin/message/subscribe/send']).toBe(before);
  });

  it('counts a consent that is reported twice, even at once, as one', async () => {
    const who = someone();
    const report = { id: anId(), answers: [{ templateId: TEMPLATE, answer: 'accept' as const }] };
    await Promise.all([who.client.consented(report), who.client.consented(report), who.client.consented(report)]);
    await who.client.consented(report);
    expect((await who.client.templates()).items[0]!.left).toBe(1);
    await Promise.all([1, 2, 3].map(() => consent(who)));
    expect((await who.client.templates()).items[0]!.left).toBe(4);
  });

  it('refused for good goes on at once: wrong openid, template, value, quota', async () => {
    for (const code of [40_003, 40_037, 47_003, 45_009]) {
      const who = someone();
      await consent(who);
      wechat.failNext(code);
      const one = message(who);
      await send(one);
      expect(await outcome(one)).toEqual([`wechat ${code}`, 'sms sent']);
    }
  });

  it('that fails for the moment is tried again after 15 seconds, three times in all, then goes on', async () => {
    for (const how of [-1, 'html', 'hangUp'] as const) {
      const who = someone();
      await consent(who);
      const one = message(who);
      wechat.failNext(how);
      await send(one);
      expect(await outcome(one)).toEqual(['wechat waits']);
      clock.forward(14_999);
      await sender.drain();
      expect(await outcome(one)).toEqual(['wechat waits']);
      clock.forward(1);
      await sender.drain();
      expect(await outcome(one)).toEqual(['wechat sent']);
    }
    const who = someone();
    await consent(who);
    const one = message(who);
    wechat.failNext(-1, -1, -1);
    await send(one);
    for (const _ of [1, 2]) {
      expect(await outcome(one)).toEqual(['wechat waits']);
      clock.forward(15_000);
      await sender.drain();
    }
    expect(await outcome(one)).toEqual(['wechat -1', 'sms sent']);
  });
});

describe('the access token', () => {
  it('is asked for once by all who wait, and once again when it is refused', async () => {
    const everyone = Array.from({ length: 12 }, () => someone());
    for (const who of everyone) await consent(who);
    const token = () => wechat.calls['/cgi-bin/stable_token'] ?? 0;
    // A process of its own, which has no token yet: its eight loops ask at the same time.
    const fresh = house.openRoom();
    const before = token();
    await fresh.door.send(everyone.map((who) => message(who)));
    fresh.jobs[0]!.start();
    for (const who of everyone)
      await expect.poll(() => wechat.messages.some((m) => m.openid === who.openid)).toBe(true);
    expect(token()).toBe(before + 1);
    await fresh.jobs[0]!.stop();

    wechat.dropTokens();
    const who = someone();
    await consent(who);
    const one = message(who);
    await send(one);
    expect(await outcome(one)).toEqual(['wechat sent']);
    expect(token()).toBe(before + 2);
  });

  it('is renewed before it ends', async () => {
    const calls = wechat.calls['/cgi-bin/stable_token']!;
    clock.forward(7_200_000 - 200_000);
    const who = someone();
    await consent(who);
    const one = message(who);
    await send(one);
    expect(await outcome(one)).toEqual(['wechat sent']);
    expect(wechat.calls['/cgi-bin/stable_token']).toBe(calls + 1);
  });
});

it('says who can no longer be reached, and how many alarms are left to each', async () => {
  const far = anId();
  const near = anId();
  const well = someone({ name: '能收到', communityIds: [near] });
  await consent(well);
  const used = someone({ name: '用完了', communityIds: [near] });
  await consent(used);
  await send(message(used));
  const mute = someone({ name: '没有路', role: 'family', phone: null, openid: null });
  const farKin = someone({ name: '别处家属', role: 'family', openid: null });
  house.kin.push({ accountId: mute.accountId, communityId: near }, { accountId: farKin.accountId, communityId: far });
  someone({ name: '别处的', communityIds: [far], openid: null });
  const head = someone({ name: '负责人', role: 'communityHead', communityIds: [near] });
  await consent(head);
  const { items } = await head.client.unreachable();
  const told = items.filter(({ name }) => ['能收到', '用完了', '没有路', '别处的', '别处家属'].includes(name));
  expect(told).toMatchObject([
    { accountId: mute.accountId, missing: ['没有绑定微信', '没有留电话'], sms: false, wechat: false, roles: ['家属'] },
    { accountId: used.accountId, missing: ['微信提醒次数用完了'], consentsLeft: 0, sms: true },
  ]);
  await expect(well.client.unreachable()).rejects.toMatchObject({ code: 'not_allowed' });
  const reach = await room.door.reach(house.streetId, [well.accountId, used.accountId, mute.accountId, anId()]);
  expect([...reach.values()]).toEqual([
    { app: true, wechat: true, sms: true, voice: true },
    { app: true, wechat: false, sms: true, voice: true },
    { app: true, wechat: false, sms: false, voice: false },
    { app: false, wechat: false, sms: false, voice: false },
  ]);
  clock.forward(31 * 86_400_000);
  expect((await room.door.reach(house.streetId, [well.accountId])).get(well.accountId)!.app).toBe(false);
});

it('wrote no error into the log', () => {
  expect(house.errors()).toEqual([]);
  expect(sms.texts.length).toBeGreaterThan(0);
});
