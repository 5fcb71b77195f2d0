import { expect, it } from 'vitest';
import { accountsRoom } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { clock, street, otherStreet } = room;
const refused = (code: string) => expect.objectContaining({ code });
const communityIds = [street.communities[0]!.id];
const office = await room.someone('streetOffice');
const reason = '离职';

it('takes the role away with her next request, and says why in its history', async () => {
  const worker = await room.someone('gridWorker', { communityIds });
  await worker.client.people();
  const other = room.secondDoor();
  expect((await other.whoIs(worker.token))!.role).toBe('gridWorker');

  expect(await office.client.endRole({ assignmentId: worker.assignmentId, reason })).toEqual({ done: true });
  await expect(worker.client.people()).rejects.toEqual(refused('not_allowed'));
  expect(await worker.client.me()).toMatchObject({ active: null, assignments: [], secondFactor: 'notNeeded' });
  clock.forward(2_000);
  expect((await other.whoIs(worker.token))!.role).toBeNull();
  const stored = await room.db.collection('roleAssignments').findOne({ _id: worker.assignmentId as never });
  expect(stored).toMatchObject({ state: 'ended', held: false });
  expect(stored!.history.at(-1)).toMatchObject({ what: 'ended', by: office.accountId, reason });
});

it('leaves her other roles, which she must choose herself', async () => {
  const worker = await room.someone('gridWorker', { communityIds });
  const familyId = room.newId();
  await worker.client.join({ id: familyId, role: 'family', streetId: street.id, name: '刘洋' });
  await worker.client.switchRole({ assignmentId: worker.assignmentId });
  await office.client.endRole({ assignmentId: worker.assignmentId, reason });
  expect(await worker.client.me()).toMatchObject({ active: null, assignments: [{ id: familyId }] });
  expect((await worker.client.switchRole({ assignmentId: familyId })).active?.id).toBe(familyId);
});

it('may be repeated, and the role may be given again', async () => {
  const { assignmentId, phone } = await room.someone('volunteer', { communityIds });
  await office.client.endRole({ assignmentId, reason });
  expect(await office.client.endRole({ assignmentId, reason: '再次' })).toEqual({ done: true });
  const stored = await room.db.collection('roleAssignments').findOne({ _id: assignmentId as never });
  expect(stored!.history).toHaveLength(2);
  const again = { id: room.newId(), phone, name: '刘洋', role: 'volunteer' as const, communityIds };
  await expect(office.client.giveRole(again)).resolves.toEqual({ done: true });
});

it('refuses another street, an unknown role, and one’s own', async () => {
  const stranger = await room.someone('volunteer', { street: otherStreet, communityIds });
  for (const assignmentId of [stranger.assignmentId, room.newId()]) {
    await expect(office.client.endRole({ assignmentId, reason })).rejects.toEqual(refused('not_found'));
  }
  const { assignmentId } = office;
  await expect(office.client.endRole({ assignmentId, reason })).rejects.toEqual(refused('not_allowed'));
  expect((await stranger.client.me()).active).not.toBeNull();
});

it('is the street office’s alone, and asks for a reason', async () => {
  const head = await room.someone('communityHead', { communityIds });
  const { assignmentId } = await room.someone('volunteer', { communityIds });
  await expect(head.client.endRole({ assignmentId, reason })).rejects.toEqual(refused('not_allowed'));
  await expect(office.client.endRole({ assignmentId, reason: '' })).rejects.toMatchObject({
    fields: [{ field: 'reason' }],
  });
});
