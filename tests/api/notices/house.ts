import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notices as contract } from '@wubian/shared/notices/contract.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { afterAll } from 'vitest';
import type { Ways } from '../../../server/accounts/door.ts';
import type { Actor } from '../../../server/actor.ts';
import { readConfig } from '../../../server/config.ts';
import { border } from '../../../server/http/border.ts';
import type { LiveEvent } from '../../../server/live/door.ts';
import { createLog } from '../../../server/log.ts';
import type { MessageToSend } from '../../../server/notices/door.ts';
import { createNotices } from '../../../server/notices/index.ts';
import { createFieldCipher } from '../../../server/store/field-cipher.ts';
import { anId } from '../../factories/elders.ts';
import { testClock } from '../../support/clock.ts';
import { testStore } from '../../support/engine.ts';
import { noAudit } from '../../support/no-audit.ts';
import { serveApi } from '../../support/serve-api.ts';
import { smsStandIn } from '../../support/sms-stand-in.ts';
import { voiceStandIn } from '../../support/voice-stand-in.ts';
import { wechatStandIn } from '../../support/wechat-stand-in.ts';
import { wecomStandIn } from '../../support/wecom-stand-in.ts';

export const HOOK_SECRET = 'hook-secret-of-tests';
export const TEMPLATE = 'TPL-alarm-1';

/**
 * The notices room with every channel's real client, the providers played by stand-ins over real HTTP, the hooks at the
 * real border, on a real engine. Call once per file, at its top.
 */
export async function openHouse(env: Record<string, string> = {}, start?: string) {
  const store = await testStore();
  const clock = testClock(start);
  const db = store.connection;
  const [wechat, sms, wecom] = await Promise.all([wechatStandIn(clock), smsStandIn(clock), wecomStandIn(clock)]);
  const voice = await voiceStandIn(clock, sms);
  afterAll(() => {
    for (const one of [wechat, sms, wecom, voice]) one.close();
  });
  const accounts = {
    ...{ DEMO: '0', HOOK_SECRET, FIELD_KEYS: `1:${randomBytes(32).toString('base64')}` },
    ...{ INDEX_KEY: randomBytes(32).toString('base64'), NODE_ENV: 'production' },
    ...{ WECHAT_APPID: wechat.appid, WECHAT_SECRET: wechat.secret, WECHAT_BASE: wechat.base },
    WECHAT_TEMPLATES: `alarm:${TEMPLATE}:thing1=title:thing2=body:time3=at:phrase4=kind`,
    ...{ SMS_ACCESS_KEY_ID: sms.accessKeyId, SMS_ACCESS_KEY_SECRET: sms.accessKeySecret, SMS_SIGN_NAME: sms.signName },
    ...{ SMS_TEMPLATE_CODE: sms.templateCode, SMS_ENDPOINT: sms.endpoint, SMS_ALARM_TEMPLATE: sms.notices.alarm },
    ...{ VOICE_SHOW_NUMBER: voice.showNumber, VOICE_ALARM_CODE: voice.codes.alarm, VOICE_ENDPOINT: voice.endpoint },
    ...{ VOICE_ACCEPTED_CODE: voice.codes.accepted, WECOM_ROBOT_KEY: wecom.key, WECOM_BASE: wecom.base },
  };
  const config = readConfig({ ...accounts, ...env });
  const cipher = createFieldCipher({ keys: config.fieldKeys!, indexKey: config.indexKey! });
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const said: string[] = [];
  const hints: LiveEvent[] = [];

  const people = new Map<string, { name: string; role: Role; communityIds: string[] } & Ways>();
  const known = <T>(ids: readonly string[], of: (id: string) => T) =>
    new Map(ids.flatMap((id) => (people.has(id) ? [[id, of(id)] as const] : [])));
  const streetId = anId();
  /** What happens while the sender looks a person up; set by a test. */
  const meanwhile = { look: () => {} };
  const folk = {
    waysTo: async (ids: readonly string[]) => known(ids, (id) => people.get(id)!),
    people: async (ids: readonly string[]) => {
      meanwhile.look();
      return known(ids, (accountId) => ({ accountId, ...people.get(accountId)! }));
    },
    holders: async (_street: string, roles: readonly Role[]) =>
      [...people].flatMap(([accountId, { role, communityIds }]) =>
        roles.includes(role)
          ? [
              {
                assignmentId: accountId,
                accountId,
                role,
                streetId,
                communityIds,
                elderId: null,
                state: 'active' as const,
              },
            ]
          : [],
      ),
  };

  /** The room as one server process has it; every one works on the same database. */
  const openRoom = () =>
    createNotices({
      ...{ db, cipher, accounts: folk, config, clock, log },
      live: { publish: (event) => void hints.push(event) },
      say: (line) => void said.push(line),
    });
  const room = openRoom();
  /** Who has a grant, by community; set by the test. */
  const kin: { accountId: string; communityId: string }[] = [];
  room.askFamilies(async (_street, communityIds) =>
    kin
      .filter(({ communityId }) => !communityIds.length || communityIds.includes(communityId))
      .map(({ accountId }) => accountId),
  );
  await store.ensureIndexes();
  const [sender] = room.jobs as [(typeof room.jobs)[number]];

  const actors = new Map<string, Actor>();
  const { as } = await serveApi({ notices: contract }, () => ({
    handlers: { notices: room.handlers },
    whoIs: async (token) => actors.get(token) ?? null,
  }));
  const hooksAt = createServer(
    border({
      ...{
        api: {},
        handlers: {},
        hooks: room.hooks,
        audit: noAudit,
        log,
        document: {},
        strict: true,
        trustProxy: false,
      },
      ...{ whoIs: async () => null, ping: async () => {}, webFolder: import.meta.dirname },
    }),
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => hooksAt.once('listening', resolve));
  afterAll(() => hooksAt.close().closeAllConnections());
  const hooksUrl = `http://127.0.0.1:${(hooksAt.address() as AddressInfo).port}`;

  let phones = 0;
  /** Somebody with WeChat and a phone, unless told otherwise. */
  function someone(given: Partial<{ name: string; role: Role; communityIds: string[] } & Ways> = {}) {
    const accountId = anId();
    const phone = `1380000${String(++phones).padStart(4, '0')}`;
    const person = {
      name: '刘芳',
      role: 'gridWorker' as Role,
      communityIds: [] as string[],
      phone,
      openid: `openid-${phone}`,
    };
    people.set(accountId, { ...person, seenAt: clock(), ...given });
    const { name, role, communityIds, ...ways } = people.get(accountId)!;
    const token = `token-of-${accountId}`;
    actors.set(token, {
      ...{ accountId, sessionId: anId(), assignmentId: anId(), name, role, streetId, communityIds, elderId: null },
      secondFactor: true,
    });
    return { accountId, role, name, ...ways, phone: ways.phone ?? '', client: as(token).notices };
  }
  type Someone = ReturnType<typeof someone>;

  let made = 0;
  /** A message to somebody; an alarm over WeChat, then SMS, then a call, unless told otherwise. */
  function message(who: Someone, given: Partial<MessageToSend> = {}): MessageToSend {
    return {
      ...{ id: `m${++made}`, streetId, kind: 'alarm', incidentId: anId(), house: anId() },
      to: { accountId: who.accountId, role: who.role, name: who.name, phone: who.phone || null },
      ...{ channels: ['wechat'], otherwise: ['sms', 'voice'], title: '王**按了求助', body: '水西里，等人接' },
      ...{ code: 'abcdefgh', at: clock() },
      ...given,
    };
  }

  /** She tapped "allow" so many times, and her phone told us. */
  async function consent(who: Someone, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) {
      wechat.consent(who.openid!, TEMPLATE);
      await who.client.consented({ id: anId(), answers: [{ templateId: TEMPLATE, answer: 'accept' }] });
    }
  }

  /** Sends these and lets the sender do what is due now. */
  async function send(...messages: MessageToSend[]): Promise<void> {
    await room.door.send(messages);
    await sender.drain();
  }
  /** A provider pushes receipts. */
  async function push(channel: 'sms' | 'voice', receipts: unknown, secret = HOOK_SECRET) {
    const body = JSON.stringify(receipts);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${hooksUrl}/hooks/aliyun/${channel}/${secret}`, { method: 'POST', headers, body });
    return { status: answer.status, body: await answer.json() };
  }
  const deliveries = ({ incidentId }: MessageToSend) => room.door.deliveries(streetId, incidentId!);
  /** Channel by channel, in words short enough for an assertion. */
  const outcome = async (one: MessageToSend) =>
    (await deliveries(one)).map(({ channel, sentAt, failed }) =>
      failed ? `${channel} ${failed.code}` : `${channel} ${sentAt ? 'sent' : 'waits'}`,
    );
  /** Lines of the log that speak of an error. */
  const errors = () => logged.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);

  return {
    meanwhile,
    ...{
      db,
      clock,
      cipher,
      room,
      openRoom,
      sender,
      streetId,
      wechat,
      sms,
      voice,
      wecom,
      people,
      kin,
      hooksUrl,
      logged,
      said,
    },
    ...{ hints, someone, message, consent, send, push, deliveries, outcome, errors, as },
  };
}
