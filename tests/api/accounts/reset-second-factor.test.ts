import { expect, it } from 'vitest';
import { totpCode } from '../../../server/accounts/totp.ts';
import { accountsRoom } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { clock, street, otherStreet } = room;
const refused = (code: string) => expect.objectContaining({ code });
const [community] = street.communities;
const office = await room.someone('streetOffice');
const reason = '换了手机';

it('ends her sessions, lets her set a new one, and writes down who did it and why', async () => {
  const worker = await room.someone('gridWorker', { communityIds: [community!.id] });
  expect(await office.client.resetSecondFactor({ accountId: worker.accountId, reason })).toEqual({ done: true });
  await expect(worker.client.me()).rejects.toEqual(refused('session_expired'));

  clock.forward(60_000);
  const client = room.as(await room.signIn(worker.phone)).accounts;
  expect((await client.me()).secondFactor).toBe('notSet');
  await expect(client.passSecondFactor({ code: totpCode(worker.secret, clock()) })).rejects.toEqual(
    refused('second_factor_not_set'),
  );
  const { secret } = await client.startSecondFactor();
  expect((await client.passSecondFactor({ code: totpCode(secret, clock()) })).secondFactor).toBe('passed');
  const stored = await room.db.collection('accounts').findOne({ _id: worker.accountId as never });
  expect(stored!.history).toMatchObject([{ by: office.accountId, what: 'secondFactorReset', reason }]);
});

it('refuses people of another street and unknown ones', async () => {
  const stranger = await room.someone('streetOffice', { street: otherStreet });
  for (const accountId of [stranger.accountId, room.newId()]) {
    await expect(office.client.resetSecondFactor({ accountId, reason })).rejects.toEqual(refused('not_found'));
  }
  expect((await stranger.client.me()).secondFactor).toBe('passed');
});

it('refuses her own', async () => {
  await expect(office.client.resetSecondFactor({ accountId: office.accountId, reason })).rejects.toEqual(
    refused('not_allowed'),
  );
});

it('refuses everyone but the street office', async () => {
  for (const role of ['gridWorker', 'communityHead', 'volunteer', 'districtViewer'] as const) {
    const { client, accountId } = await room.someone(role, { communityIds: [community!.id] });
    await expect(client.resetSecondFactor({ accountId, reason })).rejects.toEqual(refused('not_allowed'));
  }
});

it('asks for a reason', async () => {
  await expect(office.client.resetSecondFactor({ accountId: room.newId(), reason: ' ' })).rejects.toMatchObject({
    code: 'bad_input',
    fields: [{ field: 'reason' }],
  });
});
