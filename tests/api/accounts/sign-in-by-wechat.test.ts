import { expect, it } from 'vitest';
import { accountsRoom } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, wx, clock, logged } = room;
const { accounts } = as();
const refused = (code: string) => expect.objectContaining({ code });

it('makes an account the first time and finds it the next', async () => {
  const first = await accounts.signInByWechat({ code: wx.loginCode('openid-a') });
  expect(first.me).toMatchObject({ name: '', phoneMasked: null, active: null, assignments: [] });
  const again = await accounts.signInByWechat({ code: wx.loginCode('openid-a') });
  expect(again.me.accountId).toBe(first.me.accountId);
  const other = await accounts.signInByWechat({ code: wx.loginCode('openid-b') });
  expect(other.me.accountId).not.toBe(first.me.accountId);
});

it('makes one account when several devices sign in for the first time at once', async () => {
  const codes = Array.from({ length: 6 }, () => wx.loginCode('openid-at-once'));
  const signedIn = await Promise.all(codes.map((code) => accounts.signInByWechat({ code })));
  expect(new Set(signedIn.map(({ me }) => me.accountId)).size).toBe(1);
});

it('refuses a code used before, one that is too old, and one that never was', async () => {
  const code = wx.loginCode('openid-c');
  await accounts.signInByWechat({ code });
  await expect(accounts.signInByWechat({ code })).rejects.toEqual(refused('wechat_code_refused'));
  const old = wx.loginCode('openid-c');
  clock.forward(5 * 60_000);
  await expect(accounts.signInByWechat({ code: old })).rejects.toEqual(refused('wechat_code_refused'));
  await expect(accounts.signInByWechat({ code: 'never-given' })).rejects.toEqual(refused('wechat_code_refused'));
});

it.each([
  [40226, 'wechat_code_refused'],
  [45011, 'too_many_tries'],
  [-1, 'wechat_unavailable'],
  [40125, 'wechat_unavailable'],
  ['html', 'wechat_unavailable'],
  ['hangUp', 'wechat_unavailable'],
] as const)('answers %s of WeChat with %s', async (how, code) => {
  wx.failNext(how);
  await expect(accounts.signInByWechat({ code: wx.loginCode('openid-d') })).rejects.toEqual(refused(code));
});

it('meets the quota of one user at WeChat', async () => {
  for (let n = 0; n < 100; n++) await accounts.signInByWechat({ code: wx.loginCode('openid-e') });
  await expect(accounts.signInByWechat({ code: wx.loginCode('openid-e') })).rejects.toEqual(refused('too_many_tries'));
  clock.forward(60_001);
  await expect(accounts.signInByWechat({ code: wx.loginCode('openid-e') })).resolves.toBeDefined();
});

it('neither keeps nor shows nor logs the session_key, the openid or the app secret', async () => {
  const answer = await accounts.signInByWechat({ code: wx.loginCode('openid-f') });
  wx.failNext(-1);
  await accounts.signInByWechat({ code: wx.loginCode('openid-f') }).catch(() => {});
  const stored = await Promise.all(['accounts', 'sessions'].map((name) => room.db.collection(name).find().toArray()));
  const everything = JSON.stringify([answer, stored, logged]);
  expect(logged.join()).toContain('wechat refused or out of reach');
  for (const secret of [wx.sessionKeyOf('openid-f'), 'openid-f', wx.secret]) expect(everything).not.toContain(secret);
});
