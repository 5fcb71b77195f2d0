import { expect, it } from 'vitest';
import { totpCode } from '../../../server/accounts/totp.ts';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { clock, street, door } = room;
const refused = (code: string) => expect.objectContaining({ code });
const wrongFor = (secret: string) => {
  const near = [-30_000, 0, 30_000].map((ms) => totpCode(secret, new Date(clock().getTime() + ms)));
  return ['111111', '222222', '333333', '444444'].find((code) => !near.includes(code))!;
};

/** A street officer who has signed in and not yet set her second factor. */
async function newOfficer() {
  const phone = newPhone();
  const accountId = await door.ensurePerson({ accountId: room.newId(), name: '周敏', phone });
  const held = {
    assignmentId: room.newId(),
    accountId,
    role: 'streetOffice',
    communityIds: [],
    elderId: null,
  } as const;
  await door.give({ ...held, communityIds: [], streetId: street.id }, '系统');
  return { phone, accountId, client: room.as(await room.signIn(phone)).accounts };
}

it('keeps staff out until the first code is entered, and shows the secret once', async () => {
  const { client } = await newOfficer();
  expect((await client.me()).secondFactor).toBe('notSet');
  await expect(client.people()).rejects.toEqual(refused('second_factor_needed'));
  await expect(client.passSecondFactor({ code: '123456' })).rejects.toEqual(refused('second_factor_not_set'));

  const { secret, uri, qr } = await client.startSecondFactor();
  expect(uri).toContain(`secret=${secret}`);
  expect(qr).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  await expect(client.people()).rejects.toEqual(refused('second_factor_needed'));
  const me = await client.passSecondFactor({ code: totpCode(secret, clock()) });
  expect(me.secondFactor).toBe('passed');
  await expect(client.people()).resolves.toBeDefined();
  await expect(client.startSecondFactor()).rejects.toEqual(refused('second_factor_set'));
});

it('seals the secret in the database', async () => {
  const { client } = await newOfficer();
  const { secret } = await client.startSecondFactor();
  expect(JSON.stringify(await room.db.collection('accounts').find().toArray())).not.toContain(secret);
  expect(room.logged.join()).not.toContain(secret);
});

it('may be begun anew until it is confirmed; only the newest secret counts', async () => {
  const { client } = await newOfficer();
  const first = await client.startSecondFactor();
  const second = await client.startSecondFactor();
  expect(second.secret).not.toBe(first.secret);
  await expect(client.passSecondFactor({ code: totpCode(first.secret, clock()) })).rejects.toEqual(
    refused('second_factor_wrong'),
  );
  await expect(client.passSecondFactor({ code: totpCode(second.secret, clock()) })).resolves.toBeDefined();
});

it('is asked again in every new session', async () => {
  const { phone, secret, client } = await room.someone('streetOffice');
  await client.people();
  clock.forward(60_000);
  const elsewhere = room.as(await room.signIn(phone)).accounts;
  expect((await elsewhere.me()).secondFactor).toBe('needed');
  await expect(elsewhere.people()).rejects.toEqual(refused('second_factor_needed'));
  await elsewhere.passSecondFactor({ code: totpCode(secret, clock()) });
  await expect(elsewhere.people()).resolves.toBeDefined();
});

it('accepts a code once, also when it is entered twice at once', async () => {
  const { secret, client } = await room.someone('streetOffice');
  clock.forward(30_000);
  const code = totpCode(secret, clock());
  const answers = await Promise.allSettled([client.passSecondFactor({ code }), client.passSecondFactor({ code })]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(client.passSecondFactor({ code })).rejects.toEqual(refused('second_factor_wrong'));
});

it('forgives a clock that is one step off, and no more', async () => {
  const { secret, client } = await room.someone('streetOffice');
  clock.forward(90_000);
  const at = (ms: number) => totpCode(secret, new Date(clock().getTime() + ms));
  await expect(client.passSecondFactor({ code: at(-60_000) })).rejects.toEqual(refused('second_factor_wrong'));
  await expect(client.passSecondFactor({ code: at(-30_000) })).resolves.toBeDefined();
  await expect(client.passSecondFactor({ code: at(30_000) })).resolves.toBeDefined();
});

it('locks for 15 minutes after five wrong codes, the right code included', async () => {
  const { phone, secret, client } = await room.someone('streetOffice');
  clock.forward(60_000);
  const code = wrongFor(secret);
  for (let n = 0; n < 5; n++) {
    await expect(client.passSecondFactor({ code })).rejects.toEqual(refused('second_factor_wrong'));
  }
  const right = () => ({ code: totpCode(secret, clock()) });
  await expect(client.passSecondFactor(right())).rejects.toEqual(refused('second_factor_locked'));
  clock.forward(14 * 60_000);
  await expect(client.passSecondFactor(right())).rejects.toEqual(refused('second_factor_locked'));
  clock.forward(60_000);
  const later = room.as(await room.signIn(phone)).accounts;
  await expect(later.passSecondFactor(right())).resolves.toBeDefined();
});

it('counts five wrong codes also when they come at once', async () => {
  const { secret, client } = await room.someone('streetOffice');
  const code = wrongFor(secret);
  const answers = await Promise.allSettled(Array.from({ length: 12 }, () => client.passSecondFactor({ code })));
  const codes = answers.map((answer) => (answer as PromiseRejectedResult).reason.code);
  expect(codes.filter((one) => one === 'second_factor_wrong').length).toBeLessThanOrEqual(5);
  expect(codes).toContain('second_factor_locked');
});

it('forgets earlier wrong codes after a right one', async () => {
  const { secret, client } = await room.someone('streetOffice');
  for (let round = 0; round < 3; round++) {
    clock.forward(60_000);
    for (let n = 0; n < 4; n++) {
      await expect(client.passSecondFactor({ code: wrongFor(secret) })).rejects.toEqual(refused('second_factor_wrong'));
    }
    await expect(client.passSecondFactor({ code: totpCode(secret, clock()) })).resolves.toBeDefined();
  }
});

it('drops when staff work is left, and is asked again on the way back', async () => {
  const { accountId, assignmentId, secret, client } = await room.someone('streetOffice');
  const familyId = room.newId();
  await client.join({ id: familyId, role: 'family', streetId: street.id, name: '周敏' });
  expect((await client.me()).secondFactor).toBe('passed');
  expect((await client.switchRole({ assignmentId: familyId })).secondFactor).toBe('notNeeded');
  clock.forward(30_000);
  await client.passSecondFactor({ code: totpCode(secret, clock()) });
  expect(await client.switchRole({ assignmentId })).toMatchObject({ accountId, secondFactor: 'needed' });
  await expect(client.people()).rejects.toEqual(refused('second_factor_needed'));
});
