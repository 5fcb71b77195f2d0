import { expect, it } from 'vitest';
import { accountsRoom } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, clock, street, otherStreet } = room;
const refused = (code: string) => expect.objectContaining({ code });
const communityIds = [street.communities[0]!.id];

it('acts in the other role from the next request on, and begins there next time', async () => {
  const daughter = await room.someone('family');
  const volunteer = await room.someone('volunteer', { phone: `${daughter.phone.slice(0, 7)}9001`, communityIds });
  const { accountId } = daughter;
  const held = { assignmentId: room.newId(), accountId, role: 'volunteer' as const, elderId: null };
  await room.door.give({ ...held, streetId: otherStreet.id, communityIds }, '系统');

  const me = await daughter.client.switchRole({ assignmentId: held.assignmentId });
  expect(me.active).toMatchObject({ id: held.assignmentId, role: 'volunteer', streetId: otherStreet.id });
  expect(await room.door.whoIs(daughter.token)).toMatchObject({ role: 'volunteer', streetId: otherStreet.id });
  clock.forward(60_000);
  const next = as(await room.signIn(daughter.phone)).accounts;
  expect((await next.me()).active?.id).toBe(held.assignmentId);
  expect((await volunteer.client.me()).active?.id).toBe(volunteer.assignmentId);
});

it('begins without a role when there are several and none was used', async () => {
  const family = await room.someone('family');
  const held = { assignmentId: room.newId(), accountId: family.accountId, role: 'neighbour' as const, elderId: null };
  await room.door.give({ ...held, streetId: street.id, communityIds }, '系统');
  clock.forward(60_000);
  const client = as(await room.signIn(family.phone)).accounts;
  expect(await client.me()).toMatchObject({ active: null, assignments: [{}, {}] });
});

it('refuses the role of someone else, an ended one and an unknown one', async () => {
  const [mine, hers, gone] = [
    await room.someone('family'),
    await room.someone('family'),
    await room.someone('volunteer', { communityIds }),
  ];
  await room.door.end(gone.assignmentId, '系统', '测试');
  for (const [client, assignmentId] of [
    [mine.client, hers.assignmentId],
    [gone.client, gone.assignmentId],
    [mine.client, room.newId()],
  ] as const) {
    await expect(client.switchRole({ assignmentId })).rejects.toEqual(refused('role_not_held'));
  }
  expect((await mine.client.me()).active?.id).toBe(mine.assignmentId);
});
