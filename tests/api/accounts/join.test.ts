import { expect, it } from 'vitest';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, street, otherStreet } = room;
const refused = (code: string) => expect.objectContaining({ code });
const [first, second] = street.communities;
const newcomer = async () => as(await room.signIn(newPhone())).accounts;
const stored = (id: string) => room.db.collection('roleAssignments').findOne({ _id: id as never });

it('makes a family member at once, and acts as one in this session', async () => {
  const client = await newcomer();
  const id = room.newId();
  const me = await client.join({ id, role: 'family', streetId: street.id, name: '陈静' });
  expect(me).toMatchObject({
    name: '陈静',
    active: { id, role: 'family', label: '家属', state: 'active', communities: [] },
  });
  expect((await client.me()).active?.id).toBe(id);
});

it('lets a volunteer wait for her communities', async () => {
  const client = await newcomer();
  const id = room.newId();
  const me = await client.join({ id, role: 'volunteer', streetId: street.id, communityIds: [first!.id], name: '王芳' });
  expect(me).toMatchObject({
    active: null,
    assignments: [
      { id, state: 'pending', streetName: street.name, communities: [{ id: first!.id, name: first!.name }] },
    ],
  });
  expect(await stored(id)).toMatchObject({ held: true, history: [{ what: 'applied', by: me.accountId }] });
  await expect(client.switchRole({ assignmentId: id })).rejects.toEqual(refused('role_not_held'));
});

it('is the same application when it is sent twice, also at once', async () => {
  const client = await newcomer();
  const input = { id: room.newId(), role: 'family', streetId: street.id, name: '陈静' } as const;
  const answers = await Promise.all([client.join(input), client.join(input), client.join(input)]);
  expect(new Set(answers.map(({ active }) => active?.id))).toEqual(new Set([input.id]));
  expect((await client.me()).assignments).toHaveLength(1);
});

it('refuses a second role of the same kind in the street, but not in another', async () => {
  const client = await newcomer();
  await client.join({ id: room.newId(), role: 'family', streetId: street.id, name: '陈静' });
  const again = { id: room.newId(), role: 'family', name: '陈静' } as const;
  await expect(client.join({ ...again, streetId: street.id })).rejects.toEqual(refused('role_already_held'));
  expect((await client.join({ ...again, streetId: otherStreet.id })).assignments).toHaveLength(2);
});

it('refuses the id of someone else’s role, and changes nothing', async () => {
  const [mine, hers] = [await newcomer(), await newcomer()];
  const id = room.newId();
  await hers.join({ id, role: 'family', streetId: street.id, name: '陈静' });
  await expect(mine.join({ id, role: 'family', streetId: street.id, name: '王芳' })).rejects.toEqual(
    refused('id_taken'),
  );
  expect(await mine.me()).toMatchObject({ name: '', assignments: [] });
});

it.each([
  ['an unknown street', () => ({ streetId: room.newId(), communityIds: [first!.id] })],
  ['a community of another street', () => ({ communityIds: [otherStreet.communities[0]!.id] })],
  ['one right and one wrong community', () => ({ communityIds: [second!.id, room.newId()] })],
])('refuses %s', async (_, wrong) => {
  const client = await newcomer();
  const input = { id: room.newId(), role: 'volunteer' as const, streetId: street.id, name: '王芳', ...wrong() };
  await expect(client.join(input)).rejects.toEqual(refused('area_unknown'));
  expect(await stored(input.id)).toBeNull();
});

it('asks a volunteer for a community, and anyone for a name', async () => {
  const client = await newcomer();
  const input = { id: room.newId(), role: 'volunteer' as const, streetId: street.id, name: '王芳' };
  await expect(client.join(input)).rejects.toMatchObject({ fields: [{ field: 'communityIds' }] });
  const unnamed = { ...input, communityIds: [first!.id], name: '' };
  await expect(client.join(unnamed)).rejects.toMatchObject({ fields: [{ field: 'name' }] });
});

it('gives nobody a role of staff by herself', async () => {
  const client = await newcomer();
  const input = { id: room.newId(), role: 'streetOffice' as never, streetId: street.id, name: '王芳' };
  await expect(client.join(input)).rejects.toMatchObject({ code: 'bad_input', fields: [{ field: 'role' }] });
});

it('shows streets and communities to anyone', async () => {
  const { items } = await as().accounts.streets();
  expect(items.map(({ name }) => name).sort()).toEqual([street.name, otherStreet.name].sort());
  expect(items[0]!.communities[0]).toEqual({ id: expect.any(String), name: '甲社区', phone: '022-00000000' });
});
