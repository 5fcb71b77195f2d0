import { describe, expect, it } from 'vitest';
import { accountsRoom, newPhone } from '../../support/accounts-room.ts';

const room = await accountsRoom();
const { as, street, otherStreet } = room;
const refused = (code: string) => expect.objectContaining({ code });
const [first, second] = street.communities.map(({ id }) => id) as [string, string];
const worker = await room.someone('gridWorker', { communityIds: [first] });
const head = await room.someone('communityHead', { communityIds: [second] });
const office = await room.someone('streetOffice');
const otherOffice = await room.someone('streetOffice', { street: otherStreet });

/** A volunteer who has applied for these communities. */
async function applicant(communityIds: string[], streetId = street.id) {
  const client = as(await room.signIn(newPhone())).accounts;
  const id = room.newId();
  await client.join({ id, role: 'volunteer', streetId, communityIds, name: '王芳' });
  return { id, client };
}

describe('admitting a volunteer', () => {
  it('lets her serve with her next request, and writes down who did it', async () => {
    const { id, client } = await applicant([first]);
    expect(await worker.client.admit({ assignmentId: id })).toEqual({ done: true });
    expect((await client.me()).active).toMatchObject({ id, state: 'active' });
    const stored = await room.db.collection('roleAssignments').findOne({ _id: id as never });
    expect(stored!.history).toMatchObject([{ what: 'applied' }, { what: 'admitted', by: worker.accountId }]);
    expect(await worker.client.admit({ assignmentId: id })).toEqual({ done: true });
  });

  it('reaches only the worker’s own communities', async () => {
    const { id, client } = await applicant([first, second]);
    await worker.client.admit({ assignmentId: id });
    expect((await client.me()).active?.communities.map((community) => community.id)).toEqual([first]);
  });

  it('reaches the whole street for the street office', async () => {
    const { id, client } = await applicant([first, second]);
    await office.client.admit({ assignmentId: id });
    expect((await client.me()).active?.communities).toHaveLength(2);
  });

  it('refuses another community and another street as if she were not there', async () => {
    const { id, client } = await applicant([second]);
    await expect(worker.client.admit({ assignmentId: id })).rejects.toEqual(refused('not_found'));
    await expect(otherOffice.client.admit({ assignmentId: id })).rejects.toEqual(refused('not_found'));
    await expect(worker.client.admit({ assignmentId: room.newId() })).rejects.toEqual(refused('not_found'));
    expect((await client.me()).assignments).toMatchObject([{ state: 'pending' }]);
  });

  it('refuses a role that was ended, and any that is not a volunteer’s', async () => {
    const { id } = await applicant([first]);
    await office.client.endRole({ assignmentId: id, reason: '材料不全' });
    await expect(worker.client.admit({ assignmentId: id })).rejects.toEqual(refused('not_found'));
    await expect(worker.client.admit({ assignmentId: worker.assignmentId })).rejects.toEqual(refused('not_found'));
  });

  it('is not for volunteers, family or the district', async () => {
    const { id } = await applicant([first]);
    for (const role of ['volunteer', 'family', 'districtViewer'] as const) {
      const { client } = await room.someone(role, { communityIds: [first] });
      await expect(client.admit({ assignmentId: id })).rejects.toEqual(refused('not_allowed'));
    }
  });
});

describe('the list of people', () => {
  it('shows a worker the volunteers of her communities, those who wait first, phones masked', async () => {
    // Newest first goes by the id's second.
    room.clock.forward(1_000);
    const { id } = await applicant([first]);
    const { items } = await worker.client.people();
    expect(items[0]).toMatchObject({
      name: '王芳',
      phoneMasked: expect.stringMatching(/^138\*{4}\d{4}$/),
      assignment: { id, role: 'volunteer', state: 'pending' },
    });
    expect(items.every(({ assignment }) => assignment.role === 'volunteer')).toBe(true);
    expect(items.every(({ assignment }) => assignment.communities.some((community) => community.id === first))).toBe(
      true,
    );
    const states = items.map(({ assignment }) => assignment.state);
    expect(states).toEqual([...states].sort().reverse());
    expect(items.length).toBeLessThan(
      (await head.client.people()).items.length + (await worker.client.people()).items.length,
    );
  });

  it('shows the street office its staff and helpers, and nobody of another street', async () => {
    const { items } = await office.client.people();
    const ids = items.map(({ assignment }) => assignment.id);
    expect(ids).toEqual(expect.arrayContaining([worker.assignmentId, head.assignmentId, office.assignmentId]));
    expect(ids).not.toContain(otherOffice.assignmentId);
    expect(items.every(({ assignment }) => !['family', 'resident'].includes(assignment.role))).toBe(true);
    expect((await otherOffice.client.people()).items.map(({ accountId }) => accountId)).toEqual([
      otherOffice.accountId,
    ]);
  });

  it('narrows by role and state', async () => {
    const heads = await office.client.people({ role: 'communityHead' });
    expect(heads.items.map(({ accountId }) => accountId)).toEqual([head.accountId]);
    const waiting = await office.client.people({ role: 'volunteer', state: 'pending' });
    expect(waiting.items.length).toBeGreaterThan(0);
    expect(waiting.items.every(({ assignment }) => assignment.state === 'pending')).toBe(true);
    expect((await worker.client.people({ role: 'streetOffice' })).items).toEqual([]);
  });
});
