import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../server/accounts/index.ts';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const refused = (code: string) => expect.objectContaining({ code });

async function withPersonas(demo: boolean) {
  const room = await accountsRoom({ demo, sms: false, wechat: false });
  const communityIds = [room.street.communities[0]!.id];
  const personas = [];
  for (const [key, role, label] of [
    ['office', 'streetOffice', '街道'],
    ['volunteer', 'volunteer', '志愿者'],
  ] as const) {
    const accountId = await room.door.ensurePerson({
      accountId: room.newId(),
      name: `演示${label}`,
      phone: newPhone(),
    });
    const assignmentId = room.newId();
    await room.door.give(
      { assignmentId, accountId, role, streetId: room.street.id, communityIds, elderId: null },
      '演示',
    );
    personas.push({ key, accountId, assignmentId, name: `演示${label}`, role, label, about: '演示用' });
  }
  await room.savePersonas(personas);
  await room.savePersonas(personas);
  return { ...room, personas };
}

describe('in demo mode', async () => {
  const room = await withPersonas(true);
  const { accounts } = room.as();

  it('lists the personas in their order, with nothing that only the server needs', async () => {
    const { items } = await accounts.personas();
    expect(items).toEqual(
      room.personas.map(({ key, name, role, label, about }) => ({ key, name, role, label, about })),
    );
  });

  it('signs in as one, second factor counted as passed', async () => {
    const { token, me } = await accounts.signInAsPersona({ key: 'office' });
    expect(me).toMatchObject({ active: { role: 'streetOffice' }, secondFactor: 'passed', demo: true });
    await expect(room.as(token).accounts.people()).resolves.toMatchObject({ items: [{}, {}] });
    expect((await room.as(token).accounts.sessions()).items).toMatchObject([{ way: 'persona', current: true }]);
  });

  it('does not know any other', async () => {
    await expect(accounts.signInAsPersona({ key: 'mayor' })).rejects.toEqual(refused('not_found'));
  });

  it('shows the code on the screen, since no SMS goes out', async () => {
    const phone = newPhone();
    const { demoCode } = await accounts.sendCode({ phone });
    expect((await accounts.signInByCode({ phone, code: demoCode! })).me.demo).toBe(true);
    await expect(accounts.signInByWechat({ code: 'any' })).rejects.toEqual(refused('wechat_unavailable'));
  });
});

describe('outside demo mode', async () => {
  const room = await withPersonas(false);
  const { accounts } = room.as();

  it('has no personas, whatever the database holds', async () => {
    expect(await accounts.personas()).toEqual({ items: [] });
    await expect(accounts.signInAsPersona({ key: 'office' })).rejects.toEqual(refused('demo_only'));
    expect(await room.db.collection('sessions').countDocuments()).toBe(0);
  });

  it('opens nothing with a session that a persona left behind', async () => {
    const { accountId, assignmentId } = room.personas[0]!;
    const token = await room.leaveSessionBehind('persona', { accountId, assignmentId });
    await expect(room.as(token).accounts.me()).rejects.toEqual(refused('session_expired'));
  });

  it('shows no code, and sends none without SMS', async () => {
    await expect(accounts.sendCode({ phone: newPhone() })).rejects.toEqual(refused('code_not_sent'));
  });
});

it('cannot be made with demo mode in production', () => {
  expect(() => createAccounts({ demo: true, production: true } as never)).toThrow('impossible in production');
});
