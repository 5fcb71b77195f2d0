import { describe, expect, it } from 'vitest';
import { sweepExpired } from '../../../server/store/ttl-sweep.ts';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, clock, street } = room;
const refused = (code: string) => expect.objectContaining({ code });
const minute = 60_000;
const day = 24 * 60 * minute;
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.50';

describe('the list of one’s own devices', () => {
  it('names them in words, newest first, and marks this one', async () => {
    const phone = newPhone();
    const here = await room.signIn(phone, { 'user-agent': iPhone });
    clock.forward(minute);
    await room.signIn(phone, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36' });
    await room.signIn(newPhone());
    const { items } = await as(here).accounts.sessions();
    expect(items).toMatchObject([
      { device: '电脑浏览器（谷歌）', way: 'phone', current: false, createdAt: clock().toISOString() },
      { device: '微信 · 苹果手机', way: 'phone', current: true },
    ]);
    expect(JSON.stringify(await room.db.collection('sessions').find().toArray())).not.toContain('Mozilla');
  });

  it('leaves out what has run out', async () => {
    const phone = newPhone();
    await room.signIn(phone);
    clock.forward(31 * day);
    const { items } = await as(await room.signIn(phone)).accounts.sessions();
    expect(items).toHaveLength(1);
  });
});

describe('ending a session', () => {
  it('works at once, for this device and for another', async () => {
    const phone = newPhone();
    const here = as(await room.signIn(phone)).accounts;
    clock.forward(minute);
    const there = as(await room.signIn(phone)).accounts;
    await there.me();
    const { items } = await here.sessions();
    await here.endSession({ sessionId: items.find(({ current }) => !current)!.id });
    await expect(there.me()).rejects.toEqual(refused('session_expired'));
    await here.endSession({ sessionId: items.find(({ current }) => current)!.id });
    await expect(here.me()).rejects.toEqual(refused('session_expired'));
  });

  it('is honoured by another process within two seconds', async () => {
    const token = await room.signIn(newPhone());
    const other = room.secondDoor();
    expect(await other.whoIs(token)).not.toBeNull();
    const { items } = await as(token).accounts.sessions();
    await as(token).accounts.endSession({ sessionId: items[0]!.id });
    clock.forward(2_000);
    expect(await other.whoIs(token)).toBeNull();
  });

  it('refuses someone else’s session and an unknown one', async () => {
    const [mine, hers] = [as(await room.signIn(newPhone())).accounts, as(await room.signIn(newPhone())).accounts];
    const { items } = await hers.sessions();
    for (const sessionId of [items[0]!.id, room.newId()]) {
      await expect(mine.endSession({ sessionId })).rejects.toEqual(refused('not_found'));
    }
    await expect(hers.me()).resolves.toBeDefined();
  });
});

describe('time limits', () => {
  it('end the session of staff after 15 minutes without an act', async () => {
    const { client } = await room.someone('streetOffice');
    for (let n = 0; n < 3; n++) {
      clock.forward(13 * minute);
      await client.people();
    }
    clock.forward(15 * minute);
    await expect(client.people()).rejects.toEqual(refused('session_expired'));
  });

  it('end the session of staff 12 hours after the second factor, however busy', async () => {
    const { client } = await room.someone('streetOffice');
    for (let n = 0; n < 71; n++) {
      clock.forward(10 * minute);
      await client.people();
    }
    clock.forward(10 * minute);
    await expect(client.people()).rejects.toEqual(refused('session_expired'));
  });

  it('end the session of others after 30 days without an act and 90 in all', async () => {
    const volunteer = await room.someone('volunteer', { communityIds: [street.communities[0]!.id] });
    for (let n = 0; n < 3; n++) {
      clock.forward(29 * day);
      await volunteer.client.me();
    }
    clock.forward(3 * day);
    await expect(volunteer.client.me()).rejects.toEqual(refused('session_expired'));

    const idle = await room.someone('family');
    clock.forward(30 * day);
    await expect(idle.client.me()).rejects.toEqual(refused('session_expired'));
  });

  it('let the sweep take what no limit can keep alive', async () => {
    await room.signIn(newPhone());
    clock.forward(91 * day);
    await sweepExpired(room.db.db!, clock());
    expect(await room.db.collection('sessions').countDocuments()).toBe(0);
    expect(await room.db.collection('signInCodes').countDocuments()).toBe(0);
  });
});

describe('a token', () => {
  it.each(['x'.repeat(43), 'short-but-well-formed', `${'y'.repeat(42)}=`])(
    'that nobody has opens nothing: %s',
    async (token) => {
      await expect(as(token).accounts.me()).rejects.toEqual(refused('session_expired'));
    },
  );

  it('is needed', async () => {
    await expect(as().accounts.sessions()).rejects.toEqual(refused('not_signed_in'));
  });
});

it('changes one’s own name at once', async () => {
  const token = await room.signIn(newPhone());
  expect((await as(token).accounts.rename({ name: '  李秀英 ' })).name).toBe('李秀英');
  expect((await room.door.whoIs(token))!.name).toBe('李秀英');
  await expect(as(token).accounts.rename({ name: ' ' })).rejects.toMatchObject({ fields: [{ field: 'name' }] });
});
