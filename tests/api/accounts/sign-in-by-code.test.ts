import { describe, expect, it } from 'vitest';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, clock, sms, logged } = room;
let address = 0;
/** A stranger at an address of her own. */
const stranger = (headers: Record<string, string> = {}) =>
  as(undefined, { 'x-forwarded-for': `192.0.2.${++address}`, ...headers }).accounts;
const refused = (code: string) => expect.objectContaining({ code });
const lastCode = () => sms.sent.at(-1)!.code;
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a code by SMS', () => {
  it('goes out through the provider, and never into the answer or the log', async () => {
    const phone = newPhone();
    expect(await stranger().sendCode({ phone: `+86 ${phone}` })).toEqual({
      sent: true,
      validMinutes: 10,
      demoCode: null,
    });
    expect(sms.sent.at(-1)).toMatchObject({ phone, code: expect.stringMatching(/^\d{6}$/) });
    expect(logged.join()).not.toContain(phone);
    expect(logged.join()).not.toContain(`"${lastCode()}"`);
  });

  it('lies in the database so that neither number nor code can be read', async () => {
    const phone = newPhone();
    await stranger().sendCode({ phone });
    const stored = JSON.stringify(await room.db.collection('signInCodes').find().toArray());
    const limits = JSON.stringify(await room.db.collection('limits').find().toArray());
    expect(stored + limits).not.toMatch(new RegExp(`${phone}|"${lastCode()}"|192\\.0\\.2`));
  });

  it('is answered the same for known and unknown numbers', async () => {
    const known = newPhone();
    await room.signIn(known);
    clock.forward(60_000);
    expect(await stranger().sendCode({ phone: known })).toEqual(await stranger().sendCode({ phone: newPhone() }));
  });

  it.each(['12345', '23800000000', '022-12345678', ''])('is not sent to %j', async (phone) => {
    const before = sms.sent.length;
    await expect(stranger().sendCode({ phone })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ field: 'phone' }],
    });
    expect(sms.sent).toHaveLength(before);
  });
});

describe('limits', () => {
  it('sends one number one code a minute, five an hour, ten a day', async () => {
    clock.set('2026-05-08T08:00:00+08:00');
    const phone = newPhone();
    const ask = () => stranger().sendCode({ phone });
    let sent = 0;
    for (let hour = 0; hour < 3; hour++) {
      for (let minute = 0; minute < 7; minute++) {
        sent += await ask().then(
          () => 1,
          () => 0,
        );
        await expect(ask()).rejects.toEqual(refused('too_many_tries'));
        clock.forward(61_000);
      }
      clock.forward(60 * 60_000);
    }
    expect(sent).toBe(10);
    expect(sms.sent.filter((one) => one.phone === phone)).toHaveLength(10);
  });

  it('sends one address at most 30 codes an hour, to whatever numbers', async () => {
    clock.set('2026-05-10T08:00:00+08:00');
    const from = as(undefined, { 'x-forwarded-for': '198.51.100.7' }).accounts;
    for (let n = 0; n < 30; n++) await from.sendCode({ phone: newPhone() });
    await expect(from.sendCode({ phone: newPhone() })).rejects.toMatchObject({
      code: 'too_many_tries',
      data: { retryAfterSeconds: expect.any(Number) },
    });
    clock.forward(60 * 60_000);
    await expect(from.sendCode({ phone: newPhone() })).resolves.toMatchObject({ sent: true });
  });

  it('says so when the provider counts more than we do', async () => {
    sms.failNext('isv.BUSINESS_LIMIT_CONTROL');
    await expect(stranger().sendCode({ phone: newPhone() })).rejects.toEqual(refused('too_many_tries'));
  });
});

describe('a code that cannot go out', () => {
  it.each(['isv.AMOUNT_NOT_ENOUGH', 'isp.SYSTEM_ERROR', 'hangUp'])(
    'is told as such on %s, and logged without the number',
    async (how) => {
      const phone = newPhone();
      sms.failNext(how);
      await expect(stranger().sendCode({ phone })).rejects.toEqual(refused('code_not_sent'));
      expect(logged.some((line) => line.includes('sms not sent'))).toBe(true);
      expect(logged.join()).not.toContain(phone);
    },
  );
});

describe('signing in', () => {
  it('makes an account without name and role the first time, and finds it the next', async () => {
    const phone = newPhone();
    await stranger().sendCode({ phone });
    const first = await stranger().signInByCode({ phone, code: lastCode() });
    expect(first.me).toMatchObject({
      name: '',
      phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      active: null,
      assignments: [],
      secondFactor: 'notNeeded',
      demo: false,
    });
    expect(Buffer.from(first.token, 'base64url')).toHaveLength(32);
    clock.forward(60_000);
    await stranger().sendCode({ phone });
    const second = await stranger().signInByCode({ phone, code: lastCode() });
    expect(second.me.accountId).toBe(first.me.accountId);
    expect(second.token).not.toBe(first.token);
  });

  it('keeps phone and token unreadable in the database', async () => {
    const phone = newPhone();
    const token = await room.signIn(phone);
    const stored = JSON.stringify([
      await room.db.collection('accounts').find().toArray(),
      await room.db.collection('sessions').find().toArray(),
    ]);
    expect(stored).not.toContain(phone);
    expect(stored).not.toContain(token);
    expect(logged.join()).not.toContain(token);
  });

  it('refuses a wrong code, and the right one still works', async () => {
    const phone = newPhone();
    await stranger().sendCode({ phone });
    await expect(stranger().signInByCode({ phone, code: wrong(lastCode()) })).rejects.toEqual(refused('code_wrong'));
    await expect(stranger().signInByCode({ phone, code: lastCode() })).resolves.toBeDefined();
  });

  it('refuses a used code, also when it is used twice at once', async () => {
    const phone = newPhone();
    await stranger().sendCode({ phone });
    const entries = Array.from({ length: 4 }, () => stranger().signInByCode({ phone, code: lastCode() }));
    const answers = await Promise.allSettled(entries);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual(
      Array(3).fill({ status: 'rejected', reason: refused('code_expired') }),
    );
  });

  it('refuses a code after ten minutes, and one that a newer code replaced', async () => {
    const phone = newPhone();
    await stranger().sendCode({ phone });
    const old = lastCode();
    clock.forward(10 * 60_000);
    await expect(stranger().signInByCode({ phone, code: old })).rejects.toEqual(refused('code_expired'));
    await stranger().sendCode({ phone });
    const replaced = lastCode();
    clock.forward(60_000);
    await stranger().sendCode({ phone });
    if (replaced !== lastCode()) {
      await expect(stranger().signInByCode({ phone, code: replaced })).rejects.toEqual(refused('code_wrong'));
    }
    await expect(stranger().signInByCode({ phone, code: lastCode() })).resolves.toBeDefined();
  });

  it('takes five wrong entries, then the code is dead, also when they come at once', async () => {
    const phone = newPhone();
    await stranger().sendCode({ phone });
    const code = wrong(lastCode());
    const answers = await Promise.allSettled(Array.from({ length: 9 }, () => stranger().signInByCode({ phone, code })));
    const codes = answers.map((answer) => (answer as PromiseRejectedResult).reason.code).sort();
    expect(codes).toEqual([...Array(4).fill('code_expired'), ...Array(5).fill('code_wrong')]);
    await expect(stranger().signInByCode({ phone, code: lastCode() })).rejects.toEqual(refused('code_expired'));
  });

  it('refuses the code of another number', async () => {
    const [mine, hers] = [newPhone(), newPhone()];
    await stranger().sendCode({ phone: mine });
    await expect(stranger().signInByCode({ phone: hers, code: lastCode() })).rejects.toEqual(refused('code_expired'));
  });

  it('allows one address 120 entries an hour', async () => {
    const from = as(undefined, { 'x-forwarded-for': '198.51.100.8' }).accounts;
    const entry = () => from.signInByCode({ phone: '13800009999', code: '000000' });
    for (let n = 0; n < 120; n++) await expect(entry()).rejects.toEqual(refused('code_expired'));
    await expect(entry()).rejects.toEqual(refused('too_many_tries'));
  });
});
