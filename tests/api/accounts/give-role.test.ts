import { expect, it } from 'vitest';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, street, otherStreet } = room;
const refused = (code: string) => expect.objectContaining({ code });
const [first, second] = street.communities;
const office = await room.someone('streetOffice');
const gift = () => ({
  id: room.newId(),
  phone: newPhone(),
  name: '刘洋',
  role: 'gridWorker' as const,
  communityIds: [first!.id],
});

it('gives a role to a phone that has never signed in; she has it at her first sign-in', async () => {
  const input = gift();
  expect(await office.client.giveRole(input)).toEqual({ done: true });
  const me = await as(await room.signIn(input.phone)).accounts.me();
  expect(me).toMatchObject({
    name: '刘洋',
    active: { id: input.id, role: 'gridWorker', state: 'active', communities: [{ id: first!.id }] },
    secondFactor: 'notSet',
  });
  const stored = await room.db.collection('roleAssignments').findOne({ _id: input.id as never });
  expect(stored!.history).toMatchObject([{ what: 'given', by: office.accountId }]);
});

it('works in a session that is open already, and leaves the name that she chose', async () => {
  const input = gift();
  const client = as(await room.signIn(input.phone)).accounts;
  await client.rename({ name: '刘小洋' });
  await office.client.giveRole({ ...input, role: 'volunteer' });
  expect(await client.me()).toMatchObject({ name: '刘小洋', active: { id: input.id, role: 'volunteer' } });
});

it('is the same gift when it is sent twice', async () => {
  const input = gift();
  await office.client.giveRole(input);
  expect(await office.client.giveRole(input)).toEqual({ done: true });
  expect((await as(await room.signIn(input.phone)).accounts.me()).assignments).toHaveLength(1);
});

it('refuses a role that she holds, an id of another, and a street that is not the giver’s', async () => {
  const input = gift();
  await office.client.giveRole(input);
  await expect(office.client.giveRole({ ...input, id: room.newId() })).rejects.toEqual(refused('role_already_held'));
  await expect(office.client.giveRole({ ...gift(), id: input.id })).rejects.toEqual(refused('id_taken'));
  const elsewhere = { ...gift(), communityIds: [otherStreet.communities[0]!.id] };
  await expect(office.client.giveRole(elsewhere)).rejects.toEqual(refused('area_unknown'));
});

it('asks for a community where the role has one, and keeps none where it has not', async () => {
  await expect(office.client.giveRole({ ...gift(), communityIds: [] })).rejects.toMatchObject({
    code: 'bad_input',
    fields: [{ field: 'communityIds' }],
  });
  const input = { ...gift(), role: 'districtViewer' as const };
  await office.client.giveRole(input);
  expect((await as(await room.signIn(input.phone)).accounts.me()).active).toMatchObject({ communities: [] });
});

it.each(['resident', 'family'] as const)('does not give the role %s: that is the registry’s to bind', async (role) => {
  await expect(office.client.giveRole({ ...gift(), role: role as never })).rejects.toMatchObject({
    code: 'bad_input',
    fields: [{ field: 'role' }],
  });
});

it('is the street office’s alone', async () => {
  for (const role of ['gridWorker', 'communityHead', 'districtViewer', 'volunteer', 'family'] as const) {
    const { client } = await room.someone(role, { communityIds: [first!.id, second!.id] });
    await expect(client.giveRole(gift())).rejects.toEqual(refused('not_allowed'));
  }
});
