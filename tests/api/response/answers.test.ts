import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alarmTown } from '../../support/alarm-town.ts';

const town = await alarmTown();
const { expectSms, expectVoice, fastForward, nothingMore } = town;
beforeEach(() => town.clock.forward(86_400_000));
afterEach(async () => {
  await town.endAll();
  town.ignoreMessages();
});

const pressed = async () => {
  const { incidentId } = await (await town.as('王秀兰')).response.raise({ id: town.id(), elderId: town.motherId });
  await town.drainQuick();
  return incidentId;
};
/** Nobody of those who hold a code has signed in. */
const stranger = (code: string) => {
  const call = async (method: 'GET' | 'POST', body?: object) => {
    const { status, text } = await town.raw({ method, url: `/calls/${code}`, body } as never);
    return { status, body: JSON.parse(text) };
  };
  return { read: () => call('GET'), answer: (answer: string) => call('POST', { answer }) };
};

describe('a key of the telephone', () => {
  it('1 takes the call: she leads, and nobody else is called', async () => {
    const incidentId = await pressed();
    await expectVoice('刘芳').thenPress('1');
    expect(await town.stored(incidentId)).toMatchObject({
      status: 'acknowledged',
      responders: [{ name: '刘芳', state: 'lead' }],
    });
    town.ignoreMessages();
    await fastForward(200_000);
    expect((await town.course(incidentId)).filter((line) => line.includes('call'))).toEqual(['0 call 0']);
    const { deliveries } = await (await town.as('何静')).response.incident({ incidentId });
    const call = deliveries.find(({ channel }) => channel === 'voice')!;
    expect(call).toMatchObject({ name: '刘芳', acceptedAt: expect.any(String), deliveredAt: expect.any(String) });
  });

  it('another key, or no answer, takes nothing: the ladder goes on', async () => {
    const incidentId = await pressed();
    await expectVoice('刘芳').thenPress('2');
    town.ignoreMessages();
    await fastForward(120_000);
    const head = expectVoice('孙建国');
    expectVoice('刘芳');
    await head.isNotAnswered();
    await town.drainQuick();
    // Not answered: the text follows at once.
    expectSms('孙建国');
    expect((await town.stored(incidentId)).status).toBe('raised');
  });

  it('pushed twice is one acknowledgement', async () => {
    const incidentId = await pressed();
    const call = expectVoice('刘芳');
    await call.thenPress('1');
    await call.thenPress('1');
    expect((await town.course(incidentId)).filter((line) => line.endsWith('acknowledge'))).toHaveLength(1);
  });
});

describe('the code in a text', () => {
  it('lets the neighbour who has the key lead, without signing in; the door opens with her answer', async () => {
    const incidentId = await pressed();
    const { code } = expectSms('张桂芬');
    expect(code).toMatch(/^[A-Z2-9]{8}$/);
    expect((await stranger(code).read()).body).toMatchObject({
      elderName: '王**',
      door: null,
      mine: 'called',
      open: true,
    });
    const { status, body } = await stranger(code).answer('coming');
    expect(status).toBe(200);
    expect(body).toMatchObject({ elderName: '王秀兰', door: '3号楼2门501', mine: 'lead', leader: '张桂芬' });
    expect(await town.stored(incidentId)).toMatchObject({
      status: 'acknowledged',
      responders: [{ name: '张桂芬', accountId: null, relation: '钥匙保管人', state: 'lead' }],
    });
    expect((await stranger(code).answer('coming')).body.mine).toBe('lead');
    expect((await stranger(code).answer('arrived')).body.statusLabel).toBe('已到场');
    await expect(town.act('刘芳', incidentId, 'acknowledge')).rejects.toMatchObject({ code: 'incident_taken' });
  });

  it('gives it back when she cannot: the ladder goes on at once', async () => {
    const incidentId = await pressed();
    const { code } = expectSms('张桂芬');
    await stranger(code).answer('coming');
    town.clock.forward(30_000);
    expect((await stranger(code).answer('cannot')).body).toMatchObject({ mine: 'stoodDown', door: null });
    await fastForward(0);
    expect((await town.course(incidentId)).slice(-2)).toEqual(['30 giveBack', '30 call 0']);
  });

  it('lets a contact of the family join, and does not stop the ladder', async () => {
    const elderId = await town.elder({ contacts: [{ name: '周强', relation: '儿子', phone: '13900000777' }] });
    const incidentId = await town.raise(elderId);
    expectVoice('刘芳');
    const { code } = expectSms('13900000777');
    nothingMore();
    expect((await stranger(code).answer('coming')).body).toMatchObject({ mine: 'joined', leader: null });
    expect((await town.stored(incidentId)).status).toBe('raised');
    await fastForward(60_000);
    expectSms('张桂芬');
    nothingMore();
  });

  it('is nobody’s to guess, and leads nowhere after a day', async () => {
    const incidentId = await pressed();
    const { code } = expectSms('张桂芬');
    expect((await stranger('ABCDEFGH').read()).body).toMatchObject({ code: 'answer_code_unknown' });
    await town.endAll();
    expect((await stranger(code).answer('coming')).body).toMatchObject({ code: 'incident_moved_on' });
    town.clock.forward(86_400_000 + 1);
    expect((await stranger(code).read()).body).toMatchObject({ code: 'answer_code_unknown' });
    expect((await town.stored(incidentId)).status).toBe('falseAlarm');
  });

  it('says no name, no door and no illness in any text or call', async () => {
    await pressed();
    await fastForward(300_000);
    const sent = [...town.sms.requests, ...town.voice.requests].join('\n');
    for (const word of ['秀兰', '501', '3号楼', '高血压', '关节炎', '听力', '水韵', '水西'])
      expect(sent).not.toContain(word);
  });
});

describe('WeChat', () => {
  it('takes what she consented to, and beyond that the text goes in the same second', async () => {
    const openid = 'openid-of-zhou-min';
    const visitor = town.client();
    const { token } = await visitor.accounts.signInByWechat({ code: town.wechat.loginCode(openid) });
    const her = town.client(token);
    const { demoCode } = await visitor.accounts.sendCode({ phone: '13800001002' });
    await her.accounts.bindPhone({ phone: '13800001002', code: demoCode ?? town.sms.sent.at(-1)!.code });
    await town.setLadder({ ...(await town.ladder()), family: ['app', 'wechat'] });
    town.wechat.consent(openid, town.template);
    await (await town.as('周敏')).notices.consented({
      id: town.id(),
      answers: [{ templateId: town.template, answer: 'accept' }],
    });
    await pressed();
    expect(town.expectWechat(openid).thing1!.value).toContain('求助');
    town.ignoreMessages();
    await town.endAll();
    town.clock.forward(120_000);
    await pressed();
    expectSms('周敏');
    town.ignoreMessages();
  });
});
