import type { WubianApi } from '@wubian/shared/api.ts';
import { apiTable } from '@wubian/shared/api-table.ts';
import { type Client, createClient } from '@wubian/shared/client.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { afterAll, afterEach } from 'vitest';
import { demoStreet } from '../../server/demo/areas.ts';
import type { StoredIncident } from '../../server/response/incidents/stored-incident.ts';
import { newId } from '../../server/store/ids.ts';
import { aRandomId, type FactsGiven, someFacts } from '../factories/elder-facts.ts';
import { openApp, type SignedIn } from './app.ts';
import { smsStandIn } from './sms-stand-in.ts';
import { voiceStandIn } from './voice-stand-in.ts';
import { wechatStandIn } from './wechat-stand-in.ts';
import { wecomStandIn } from './wecom-stand-in.ts';

/** The demo's people, by their names. */
export const numbers = {
  王秀兰: '13800001001',
  周敏: '13800001002',
  李志强: '13800001003',
  陈晓芳: '13800001004',
  刘芳: '13800001007',
  孙建国: '13800001008',
  何静: '13800001010',
  张桂芬: '13900001001',
} as const;
type Name = keyof typeof numbers;

/**
 * Calls one person at a time, by one way: every message of it can be told beforehand. The first step is the worker who
 * answers for her, then the neighbour with the key and the paired volunteer, then the head, then the street's leader.
 */
export const plainLadder: Ladder = {
  rungs: [
    { call: ['responsible'], channels: ['voice'], wait: 60 },
    { call: ['keyHolders', 'circleLead'], channels: ['sms'], wait: 60 },
    { call: ['communityHead', 'responsible'], channels: ['voice'], wait: 120 },
  ],
  loop: { call: ['dutyLeader'], channels: ['sms'], wait: 120 },
  family: ['sms'],
  stall: 600,
};

const hookSecret = 'hook-secret-of-tests';
const template = 'TPL-alarm-1';
type Act = Omit<Input<typeof incidentEndpoints.act>, 'incidentId' | 'id' | 'move'>;
type Move = Input<typeof incidentEndpoints.act>['move'];

/**
 * The whole program with stand-in providers of text, call, WeChat and WeCom, and a clock that is moved by hand. At the
 * end of every test a message that nobody expected fails it, and so does a line of the log at error level. Call once per
 * file, at its top.
 */
export async function alarmTown(start?: string) {
  const late: { clock?: () => Date } = {};
  const now = () => late.clock!();
  const [sms, wechat, wecom] = await Promise.all([smsStandIn(now), wechatStandIn(now), wecomStandIn(now)]);
  const voice = await voiceStandIn(now, sms);
  afterAll(() => {
    for (const one of [sms, wechat, wecom, voice]) one.close();
  });
  const app = await openApp(start, {
    ...{ HOOK_SECRET: hookSecret, WECHAT_APPID: wechat.appid, WECHAT_SECRET: wechat.secret, WECHAT_BASE: wechat.base },
    WECHAT_TEMPLATES: `alarm:${template}:thing1=title:thing2=body:time3=at:phrase4=kind`,
    ...{ SMS_ACCESS_KEY_ID: sms.accessKeyId, SMS_ACCESS_KEY_SECRET: sms.accessKeySecret, SMS_SIGN_NAME: sms.signName },
    ...{ SMS_TEMPLATE_CODE: sms.templateCode, SMS_ENDPOINT: sms.endpoint, SMS_ALARM_TEMPLATE: sms.notices.alarm },
    ...{ SMS_DRILL_TEMPLATE: sms.notices.drill, SMS_NOTICE_TEMPLATE: sms.notices.notice },
    ...{ VOICE_SHOW_NUMBER: voice.showNumber, VOICE_ALARM_CODE: voice.codes.alarm, VOICE_ENDPOINT: voice.endpoint },
    ...{ VOICE_DRILL_CODE: voice.codes.drill, VOICE_ACCEPTED_CODE: voice.codes.accepted },
    ...{ WECOM_ROBOT_KEY: wecom.key, WECOM_BASE: wecom.base },
  });
  late.clock = app.clock;
  const { clock } = app;
  const db = app.store.connection.db!;
  const incidents = db.collection<StoredIncident>('incidents');
  const quick = [...app.response.workers, ...app.notices.jobs];

  const claimed = new Set<object>();
  const unclaimed = <T extends object>(all: readonly T[]): T[] => all.filter((one) => !claimed.has(one));
  // Texts to the group have no identity of their own: counted.
  let wecomClaimed = 0;
  const rest = (): string[] => [
    ...unclaimed(sms.texts).map(({ phone, template: which }) => `text ${which} to ${phone}`),
    ...unclaimed(voice.calls).map(({ phone, start: which }) => `call ${which} to ${phone}`),
    ...unclaimed(wechat.messages).map(({ openid }) => `WeChat message to ${openid}`),
    ...wecom.texts.slice(wecomClaimed).map((text) => `to the group: ${text}`),
  ];
  function claim<T extends object>(what: string, all: readonly T[], is: (one: T) => boolean): T {
    const found = unclaimed(all).find(is);
    if (!found) throw new Error(`expected ${what}; what there is: ${rest().join(', ') || 'nothing'}`);
    claimed.add(found);
    return found;
  }
  /** No message has gone out that was not expected. */
  function nothingMore(): void {
    const more = rest();
    if (more.length) throw new Error(`unexpected: ${more.join(', ')}`);
  }
  /** This test is not about what went out. */
  function ignoreMessages(): void {
    for (const one of [...sms.texts, ...voice.calls, ...wechat.messages]) claimed.add(one);
    wecomClaimed = wecom.texts.length;
  }
  let read = 0;
  afterEach(() => {
    const errors = app.logged.slice(read).filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
    read = app.logged.length;
    const more = rest();
    ignoreMessages();
    if (errors.length) throw new Error(`the log speaks of errors: ${errors.join('\n')}`);
    if (more.length) throw new Error(`unexpected: ${more.join(', ')}`);
  });

  const pushReceipt = async (channel: 'sms' | 'voice', receipt: object) => {
    const headers = { 'content-type': 'application/json' };
    const to = `${app.url}/hooks/aliyun/${channel}/${hookSecret}`;
    const answer = await fetch(to, { method: 'POST', headers, body: JSON.stringify([receipt]) });
    if (answer.status !== 200) throw new Error(`the receipt was refused: ${answer.status} ${await answer.text()}`);
  };
  const phoneOf = (who: string): string => numbers[who as Name] ?? who;

  /** A text went to this person (name or number). */
  function expectSms(who: string, which: keyof typeof sms.notices = 'alarm') {
    const text = claim(`a text (${which}) to ${who}`, sms.texts, (one) => {
      return one.phone === phoneOf(who) && one.template === sms.notices[which];
    });
    return { code: text.params.code!, arrives: () => pushReceipt('sms', sms.receipt(text, true)) };
  }
  /** This person was rung. */
  function expectVoice(who: string, which: 'alarm' | 'drill' = 'alarm') {
    const call = claim(`a call (${which}) to ${who}`, voice.calls, (one) => {
      return one.phone === phoneOf(who) && one.start === voice.codes[which];
    });
    return {
      thenPress: (key: string) => pushReceipt('voice', voice.receipt(call, '200000', key)),
      isNotAnswered: () => pushReceipt('voice', voice.receipt(call, '200003')),
    };
  }
  const expectWechat = (openid: string) =>
    claim(`a WeChat message to ${openid}`, wechat.messages, (one) => one.openid === openid).data;
  /** One text went to the group. */
  function expectWecom(): string {
    const text = wecom.texts[wecomClaimed];
    if (text === undefined) throw new Error('expected a text to the group');
    wecomClaimed++;
    return text;
  }

  async function drainQuick(): Promise<void> {
    for (const job of quick) await job.drain();
  }
  /** The next instant at which a call or a message is due. */
  async function nextDue(): Promise<number> {
    const first = async (collection: string, field: string) => {
      const [found] = await db
        .collection(collection)
        .find({ [field]: { $gt: new Date(0) } })
        .sort({ [field]: 1 })
        .limit(1)
        .toArray();
      return (found?.[field] as Date | undefined)?.getTime() ?? Number.POSITIVE_INFINITY;
    };
    return Math.min(await first('incidents', 'nextDue'), await first('messages', 'dueAt'));
  }
  /** Moves the clock from one due moment to the next, and does at each what is due. */
  async function fastForward(ms: number): Promise<void> {
    const until = clock().getTime() + ms;
    await drainQuick();
    for (let due = await nextDue(); due <= until; due = await nextDue()) {
      clock.forward(Math.max(0, due - clock().getTime()) || 1);
      await drainQuick();
    }
    clock.forward(until - clock().getTime());
    await drainQuick();
  }

  const sessions = new Map<string, { at: number; signedIn: SignedIn }>();
  /** A demo person's client; signed in anew when much time has passed. */
  async function as(name: Name): Promise<SignedIn['client']> {
    const known = sessions.get(name);
    const at = clock().getTime();
    if (known && Math.abs(at - known.at) < 5 * 60_000) return known.signedIn.client;
    const signedIn = await app.persona(name);
    sessions.set(name, { at, signedIn });
    return signedIn.client;
  }
  /** From this moment on the street calls by this ladder. */
  async function setLadder(value: Ladder): Promise<void> {
    const { office } = await as('何静');
    const { version } = (await office.parameter({ key: 'ladder' })).parameter;
    await office.setParameter({ key: 'ladder', id: aRandomId(), version, from: dayOf(clock()), value, reason: '测试' });
  }
  const [home] = demoStreet.communities as [(typeof demoStreet.communities)[0]];
  const workerId = (await (await as('刘芳')).accounts.me()).accountId;
  /** The ladder of the street as it is now. */
  const ladder = () => app.streets.parameter(demoStreet.id, 'ladder');
  /** Anybody who calls from outside, signed in with this token or not at all. */
  const client = (token?: string): Client<WubianApi> =>
    createClient<WubianApi>(apiTable, async (sent) => {
      const { status, text } = await app.raw(sent, token);
      return { status, body: JSON.parse(text) };
    });
  let made = 0;
  /** One more elder of the first community, with 张桂芬 as the neighbour who has her key; the worker answers for her. */
  async function elder(given: Partial<FactsGiven> = {}): Promise<string> {
    const id = aRandomId();
    const facts = {
      ...someFacts(home, { name: `赵玉${'兰梅珍英芬琴'[made % 6]}`, phone: null, contacts: [] }),
      ...{ birthDate: `19${30 + (made % 20)}-0${1 + (made % 9)}-1${made % 10}`, responsibleId: workerId },
      keyHolders: [{ name: '张桂芬', relation: '对门邻居', phone: numbers.张桂芬 }],
      ...given,
    };
    facts.address = { ...facts.address, building: String(20 + (made % 70)), room: String(100 + made++) };
    await (await as('何静')).registry.addElder({ id, facts });
    return id;
  }
  /** A worker calls help to this elder; what follows at once is done. */
  async function raise(elderId: string, more: object = {}): Promise<string> {
    const { incidentId } = await (await as('刘芳')).response.raise({ id: newId(clock()), elderId, ...more });
    await drainQuick();
    return incidentId;
  }
  /** One act, and what follows from it at once. */
  async function act(who: Name, incidentId: string, move: Move, more: Act = {}) {
    const seen = await (await as(who)).response.act({ incidentId, id: newId(clock()), move, ...more });
    await drainQuick();
    return seen;
  }
  /** Ends every open call: no test rings into the next one. */
  async function endAll(): Promise<void> {
    for (const { _id, drill } of await incidents.find({ open: true }).toArray()) {
      if (drill) await act('何静', _id, 'endDrill');
      else await act('何静', _id, 'falseAlarm', { proof: 'spoke', proofBy: '何静', cause: 'test' });
    }
  }
  /** As it is stored. */
  async function stored(incidentId: string): Promise<StoredIncident> {
    const found = await incidents.findOne({ _id: incidentId });
    if (!found) throw new Error(`no incident ${incidentId}`);
    return found;
  }
  /** The moves so far with the seconds since it was raised: '0 raise', '60 call 1'. */
  async function course(incidentId: string): Promise<string[]> {
    const { history, raisedAt } = await stored(incidentId);
    return history.map(({ move, at, rung }) =>
      [(at.getTime() - raisedAt.getTime()) / 1_000, move, rung ?? ''].join(' ').trim(),
    );
  }
  await setLadder(plainLadder);

  /** The clock's moves alone, then the outbox alone, as a process makes them. */
  const jobNamed = (name: string) => app.response.workers.find((job) => job.name === name)!;
  const motherId = (await (await as('王秀兰')).registry.myElders()).items[0]!.id;
  return {
    ...app,
    ...{ db, incidents, home, motherId, sms, voice, wechat, wecom, template },
    ...{ as, client, ladder, setLadder, elder, raise, act, endAll, stored, course },
    ...{ expectSms, expectVoice, expectWechat, expectWecom, nothingMore, ignoreMessages, fastForward, drainQuick },
    id: () => newId(clock()),
    clockJob: jobNamed('incident clock'),
    outboxJob: jobNamed('incident outbox'),
  };
}
