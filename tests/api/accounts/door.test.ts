import { expect, it } from 'vitest';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const { door, newId, street, otherStreet } = await accountsRoom();
const [first, second] = street.communities.map(({ id }) => id) as [string, string];

async function give(
  role: Parameters<typeof door.give>[0]['role'],
  more: { communityIds?: string[]; elderId?: string; streetId?: string; state?: 'pending' } = {},
) {
  const { communityIds = [], elderId = null, streetId = street.id, state } = more;
  const accountId = await door.ensurePerson({ accountId: newId(), name: '测试人员', phone: newPhone() });
  const held = { assignmentId: newId(), accountId, role, streetId, communityIds, elderId, ...(state && { state }) };
  await door.give(held, '系统');
  return held;
}
const ids = (found: { assignmentId: string }[]) => found.map(({ assignmentId }) => assignmentId).sort();
const idsOf = (...held: { assignmentId: string }[]) => ids(held);

it('finds the holders of roles whose scope reaches a community', async () => {
  const worker = await give('gridWorker', { communityIds: [first] });
  const both = await give('gridWorker', { communityIds: [first, second] });
  const other = await give('gridWorker', { communityIds: [second] });
  const office = await give('streetOffice');
  await give('gridWorker', { streetId: otherStreet.id, communityIds: [first] });
  await give('volunteer', { communityIds: [first], state: 'pending' });
  const roles = ['gridWorker', 'streetOffice', 'volunteer'] as const;
  expect(ids(await door.holders(street.id, roles))).toEqual(idsOf(worker, both, other, office));
  expect(ids(await door.holders(street.id, roles, first))).toEqual(idsOf(worker, both, office));
  expect(ids(await door.holders(street.id, ['gridWorker'], second))).toEqual(idsOf(both, other));
  await door.end(both.assignmentId, '系统', '测试');
  expect(ids(await door.holders(street.id, ['gridWorker'], first))).toEqual(idsOf(worker));
});

it('finds the residents of a file and a person’s role, in their street only', async () => {
  const elderId = newId();
  const resident = await give('resident', { elderId });
  await give('resident', { elderId: newId() });
  expect(await door.residentsOf(street.id, elderId)).toEqual([{ ...resident, state: 'active' }]);
  expect(await door.residentsOf(otherStreet.id, elderId)).toEqual([]);
  expect(await door.roleOf(resident.accountId, street.id, 'resident')).toMatchObject({ elderId });
  expect(await door.roleOf(resident.accountId, street.id, 'family')).toBeNull();
  expect(await door.roleOf(resident.accountId, otherStreet.id, 'resident')).toBeNull();
});

it('lets a couple share one phone: one resident role for each file', async () => {
  const wife = await give('resident', { elderId: newId() });
  await door.give({ ...wife, assignmentId: newId(), elderId: newId() }, '系统');
  const again = { ...wife, assignmentId: newId() };
  await expect(door.give(again, '系统')).rejects.toMatchObject({ code: 'role_already_held' });
  await expect(door.give(wife, '系统')).resolves.toBeUndefined();
});

it('opens names and phones of people, and leaves unknown ids out', async () => {
  const phone = newPhone();
  const accountId = await door.ensurePerson({ accountId: newId(), name: '王芳', phone });
  expect(await door.ensurePerson({ accountId: newId(), name: '别名', phone })).toBe(accountId);
  const people = await door.people([accountId, accountId, newId()]);
  expect([...people]).toEqual([[accountId, { accountId, name: '王芳', phone }]]);
});

it('makes one account when several ask for the same phone at once', async () => {
  const phone = newPhone();
  const made = await Promise.all(
    Array.from({ length: 6 }, () => door.ensurePerson({ accountId: newId(), name: '王芳', phone })),
  );
  expect(new Set(made).size).toBe(1);
});
