import { expect, it } from 'vitest';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, clock, sms, wx, street } = room;
const refused = (code: string) => expect.objectContaining({ code });
const communityIds = [street.communities[0]!.id];
let users = 0;

async function byWechat(openid = `openid-${++users}`) {
  const { token, me } = await as().accounts.signInByWechat({ code: wx.loginCode(openid) });
  return { openid, token, accountId: me.accountId, client: as(token).accounts };
}
let addresses = 0;
async function codeFor(phone: string): Promise<string> {
  await as(undefined, { 'x-forwarded-for': `203.0.113.${++addresses}` }).accounts.sendCode({ phone });
  return sms.sent.at(-1)!.code;
}

it('gives a WeChat account a number, by which she can then sign in', async () => {
  const { client, accountId } = await byWechat();
  const phone = newPhone();
  const me = await client.bindPhone({ phone, code: await codeFor(phone) });
  expect(me).toMatchObject({ accountId, phoneMasked: `138****${phone.slice(-4)}` });
  clock.forward(60_000);
  expect((await as(await room.signIn(phone)).accounts.me()).accountId).toBe(accountId);
});

it('brings a fresh WeChat account into the one that the street made for her number', async () => {
  const phone = newPhone();
  const accountId = await room.door.ensurePerson({ accountId: room.newId(), name: '王芳', phone });
  const held = { assignmentId: room.newId(), accountId, role: 'volunteer' as const, communityIds, elderId: null };
  await room.door.give({ ...held, streetId: street.id }, '系统');

  const { client, openid } = await byWechat();
  const me = await client.bindPhone({ phone, code: await codeFor(phone) });
  expect(me).toMatchObject({ accountId, name: '王芳', active: { id: held.assignmentId } });
  expect(await client.me()).toMatchObject({ accountId, active: { role: 'volunteer' } });
  expect((await byWechat(openid)).accountId).toBe(accountId);
});

it('does not mix two accounts that have grown', async () => {
  const other = await room.someone('family');
  const { client, accountId } = await byWechat();
  await client.join({ id: room.newId(), role: 'family', streetId: street.id, name: '陈静' });
  clock.forward(60_000);
  const code = await codeFor(other.phone);
  await expect(client.bindPhone({ phone: other.phone, code })).rejects.toEqual(refused('phone_taken'));
  expect(await client.me()).toMatchObject({ accountId, phoneMasked: null });
});

it('does not take the number of an account that has its own WeChat', async () => {
  const phone = newPhone();
  const first = await byWechat();
  await first.client.bindPhone({ phone, code: await codeFor(phone) });
  clock.forward(60_000);
  const second = await byWechat();
  const code = await codeFor(phone);
  await expect(second.client.bindPhone({ phone, code })).rejects.toEqual(refused('phone_taken'));
  expect((await byWechat(first.openid)).accountId).toBe(first.accountId);
  expect((await byWechat(second.openid)).accountId).toBe(second.accountId);
});

it('refuses a wrong and an expired code', async () => {
  const { client } = await byWechat();
  const phone = newPhone();
  const code = await codeFor(phone);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await expect(client.bindPhone({ phone, code: wrong })).rejects.toEqual(refused('code_wrong'));
  clock.forward(10 * 60_000);
  await expect(client.bindPhone({ phone, code })).rejects.toEqual(refused('code_expired'));
  expect((await client.me()).phoneMasked).toBeNull();
});

it('changes a number only soon after signing in, and ends the other sessions', async () => {
  const old = newPhone();
  const elsewhere = as(await room.signIn(old)).accounts;
  clock.forward(60_000);
  const here = as(await room.signIn(old)).accounts;
  const phone = newPhone();
  await here.bindPhone({ phone, code: await codeFor(phone) });
  await expect(elsewhere.me()).rejects.toEqual(refused('session_expired'));
  expect((await here.me()).phoneMasked).toBe(`138****${phone.slice(-4)}`);

  clock.forward(16 * 60_000);
  const next = newPhone();
  const code = await codeFor(next);
  await expect(here.bindPhone({ phone: next, code })).rejects.toEqual(refused('session_expired'));
});

it('changes the number of staff only after the second factor', async () => {
  const { phone: old } = await room.someone('gridWorker', { communityIds });
  clock.forward(60_000);
  const client = as(await room.signIn(old)).accounts;
  const phone = newPhone();
  const code = await codeFor(phone);
  await expect(client.bindPhone({ phone, code })).rejects.toEqual(refused('second_factor_needed'));
});
