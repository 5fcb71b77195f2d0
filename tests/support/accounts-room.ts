import { randomBytes } from 'node:crypto';
import { accounts } from '@wubian/shared/accounts/contract.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { afterAll } from 'vitest';
import { type Accounts, createAccounts, createAliyunSender, createWechat } from '../../server/accounts/index.ts';
import { createSessionStore } from '../../server/accounts/session.store.ts';
import { hashToken, newToken } from '../../server/accounts/token.ts';
import { totpCode } from '../../server/accounts/totp.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { newId } from '../../server/store/ids.ts';
import { limitsStore } from '../../server/store/limits.store.ts';
import { createStreetStore, createStreets, type Street } from '../../server/streets/index.ts';
import { testClock } from './clock.ts';
import { testStore } from './engine.ts';
import { serveApi } from './serve-api.ts';
import { smsStandIn } from './sms-stand-in.ts';
import { wechatStandIn } from './wechat-stand-in.ts';

export interface RoomOptions {
  demo?: boolean;
  sms?: boolean;
  wechat?: boolean;
}

let phones = 0;
/** A fictitious number that nobody in this test file has yet. */
export const newPhone = (): string => `1380000${String(++phones).padStart(4, '0')}`;

function aStreet(name: string): Street {
  const community = (of: string) => ({
    id: newId(new Date(0)),
    name: of,
    phone: '022-00000000',
    grids: [],
    estates: [],
  });
  return { id: newId(new Date(0)), name, communities: [community('甲社区'), community('乙社区')], rules: [] };
}

/** The accounts room alone, over HTTP on a real engine, with WeChat and SMS played by their stand-ins. */
export async function accountsRoom({ demo = false, sms = true, wechat = true }: RoomOptions = {}) {
  const clock = testClock();
  const store = await testStore();
  const [wx, provider] = await Promise.all([wechatStandIn(clock), smsStandIn(clock)]);
  afterAll(() => {
    wx.close();
    provider.close();
  });
  const db = store.connection;
  const cipher = createFieldCipher({ keys: [{ id: 1, key: randomBytes(32) }], indexKey: randomBytes(32) });
  const limits = limitsStore({ connection: db, hide: (key) => cipher.indexOf('limits', key) });
  const streets = createStreets(createStreetStore(db), clock);
  const made: Accounts[] = [];
  const { as, logged } = await serveApi({ accounts }, (log) => {
    const room = createAccounts({
      db,
      cipher,
      limits,
      streets,
      clock,
      demo,
      production: false,
      wechat: wechat ? createWechat(wx, log) : null,
      sms: sms ? createAliyunSender(provider, log) : null,
      log,
    });
    made.push(room);
    return { handlers: { accounts: room.handlers }, whoIs: (token) => room.door.whoIs(token) };
  });
  await store.ensureIndexes();
  const [street, otherStreet] = [aStreet('测试街道'), aStreet('邻近街道')];
  await streets.save(street);
  await streets.save(otherStreet);
  const { door, savePersonas } = made[0]!;
  const newOf = () => newId(clock());

  let addresses = 0;
  /** Signs in with a code by SMS, each time from an address of its own. */
  async function signIn(phone: string, headers?: Record<string, string>): Promise<string> {
    const from = as(undefined, { 'x-forwarded-for': `10.0.0.${++addresses}`, ...headers }).accounts;
    await from.sendCode({ phone });
    return (await from.signInByCode({ phone, code: provider.sent.at(-1)!.code })).token;
  }

  /** Someone who holds a role, signed in; staff with the second factor passed. */
  async function someone(role: Role, where: { street?: Street; communityIds?: string[]; phone?: string } = {}) {
    const { phone = newPhone(), communityIds = [] } = where;
    const accountId = await door.ensurePerson({ accountId: newOf(), name: '测试人员', phone });
    const held = { assignmentId: newOf(), accountId, role, communityIds, elderId: null };
    await door.give({ ...held, streetId: (where.street ?? street).id }, '系统');
    const token = await signIn(phone);
    const client = as(token);
    const { secondFactor } = await client.accounts.me();
    let secret = '';
    if (secondFactor !== 'notNeeded') {
      secret = (await client.accounts.startSecondFactor()).secret;
      await client.accounts.passSecondFactor({ code: totpCode(secret, clock()) });
    }
    return { accountId, assignmentId: held.assignmentId, phone, token, secret, client: client.accounts };
  }

  /** Puts a session straight into the database, as another start of the server with other settings may have left it. */
  async function leaveSessionBehind(way: 'persona', who: { accountId: string; assignmentId: string }): Promise<string> {
    const token = newToken();
    const at = clock();
    const times = { secondFactorAt: at, createdAt: at, lastSeenAt: at };
    const session = { id: newOf(), ...who, way, device: '其他设备', ...times };
    await createSessionStore(db).add(session, hashToken(token), new Date(at.getTime() + 86_400_000));
    return token;
  }

  return {
    db,
    clock,
    door,
    savePersonas,
    as,
    logged,
    street,
    otherStreet,
    wx,
    sms: provider,
    newId: newOf,
    signIn,
    leaveSessionBehind,
    someone,
    /** A second server process, as far as this room goes: its own cache on the same database. */
    secondDoor: () =>
      createAccounts({
        db,
        cipher,
        limits,
        streets,
        clock,
        demo,
        production: false,
        wechat: null,
        sms: null,
        log: undefined as never,
      }).door,
  };
}
