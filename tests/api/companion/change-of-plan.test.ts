import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/actor.ts';
import { hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, elder, resident, worker, office, volunteer } = town;
const second = town.someone('volunteer', '陈晓芳');
const told = async (actor: Actor, taskId: string): Promise<string[]> => {
  await town.settleDown();
  const { items } = await as(actor).notices.list({ limit: 50 });
  return items.filter((notice) => notice.taskId === taskId).map(({ title }) => title);
};

describe('giving a task back', () => {
  it('opens it again with its reason, first for the next volunteer to see', async () => {
    const taskId = await aTask('claimed');
    await as(volunteer).companion.release({ taskId, reason: '孩子生病' });
    expect(await as(volunteer).companion.release({ taskId, reason: '孩子生病' })).toMatchObject({ status: 'open' });
    const { items } = await as(second).companion.openTasks();
    expect(items.find(({ id }) => id === taskId)).toMatchObject({ again: true });
    const task = await as(worker).companion.read({ taskId });
    expect(task.history.filter(({ move }) => move === 'release')).toMatchObject([{ words: '孩子生病' }]);
    expect(task.volunteer).toBeNull();
    expect(await told(worker, taskId)).toContain('志愿者退回了求助');
    expect(await told(daughter, taskId)).toContain('志愿者来不了');
  });

  it('needs a reason, one’s own task, and a service not begun', async () => {
    const taskId = await aTask('inService');
    await expect(as(volunteer).companion.release({ taskId, reason: '' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(as(volunteer).companion.release({ taskId, reason: '累' })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
    await expect(as(second).companion.release({ taskId, reason: '累' })).rejects.toMatchObject({
      code: 'task_not_found',
    });
  });
});

describe('assigning', () => {
  it('offers those who fit, her own volunteers first, and says who is busy', async () => {
    await as(worker).companion.setVolunteer({
      accountId: second.accountId,
      qualifications: [],
      ownElderIds: [elder.id],
    });
    await aTask('claimed');
    const taskId = await aTask('open');
    const { items } = await as(worker).companion.candidates({ taskId });
    expect(items[0]).toMatchObject({ accountId: second.accountId, ownElder: true });
    expect(items.find(({ accountId }) => accountId === volunteer.accountId)!.busy).toBeGreaterThanOrEqual(1);
    const bath = await aTask('open', { kind: 'helpBath' });
    expect((await as(worker).companion.candidates({ taskId: bath })).items).toEqual([]);
  });

  it('gives an open task to a volunteer, and a claimed one to another; both are told', async () => {
    const taskId = await aTask('open');
    const first = await as(worker).companion.assign({ taskId, volunteerId: volunteer.accountId });
    expect(first).toMatchObject({ status: 'claimed', volunteer: { name: '李志强' } });
    expect(await as(worker).companion.assign({ taskId, volunteerId: volunteer.accountId })).toEqual(first);
    const changed = await as(office).companion.assign({ taskId, volunteerId: second.accountId, reason: '离得近' });
    expect(changed.volunteer).toMatchObject({ name: '陈晓芳' });
    expect(await told(volunteer, taskId)).toEqual(['这一单已改派', '社区请您帮忙']);
    expect(await told(second, taskId)).toEqual(['社区请您帮忙']);
    await expect(as(volunteer).companion.read({ taskId })).rejects.toMatchObject({ code: 'task_not_found' });
  });

  it('refuses who does not fit: untrained, elsewhere, of her own family, unknown', async () => {
    const taskId = await aTask('open', { kind: 'helpBath' });
    const elsewhere = town.someone('volunteer', '吴远', { communityIds: [town.far.id] });
    const kin = town.someone('volunteer', '周敏', { accountId: daughter.accountId });
    for (const { accountId } of [volunteer, elsewhere, kin, worker]) {
      await expect(as(worker).companion.assign({ taskId, volunteerId: accountId })).rejects.toMatchObject({
        code: 'volunteer_unfit',
      });
    }
    const meal = await aTask('open');
    await expect(as(worker).companion.assign({ taskId: meal, volunteerId: kin.accountId })).rejects.toMatchObject({
      code: 'volunteer_unfit',
    });
  });

  it('comes too late once the service has begun', async () => {
    const taskId = await aTask('inService');
    await expect(as(worker).companion.assign({ taskId, volunteerId: second.accountId })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
  });
});

describe('cancelling', () => {
  it('by the family is told to the volunteer, the elder and the community', async () => {
    const taskId = await aTask('claimed');
    const task = await as(daughter).companion.cancel({ taskId, reason: '妹妹来了' });
    expect(task).toMatchObject({ status: 'cancelled', can: { askAgain: true } });
    expect(await as(daughter).companion.cancel({ taskId, reason: '妹妹来了' })).toEqual(task);
    expect(await told(volunteer, taskId)).toEqual(['求助已取消']);
    expect(await told(resident, taskId)).toContain('求助已取消');
    expect(await told(worker, taskId)).toContain('求助已取消');
  });

  it('needs a grant, and comes too late after the service', async () => {
    const taskId = await aTask('open');
    const son = town.someone('family', '周强', { communityIds: [] });
    town.folk.grant({ accountId: son.accountId, elderId: elder.id, relation: 'son', scopes: ['see'] });
    await expect(as(son).companion.cancel({ taskId, reason: '不要' })).rejects.toMatchObject({ code: 'grant_needed' });
    const done = await aTask('done');
    await expect(as(resident).companion.cancel({ taskId: done, reason: '不要' })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
  });
});

describe('a visit that nobody came to', () => {
  it('can be noted a quarter of an hour after it should have begun, opens again and counts once', async () => {
    const taskId = await aTask('claimed');
    const early = { code: 'too_early' };
    await expect(as(daughter).companion.noShow({ taskId })).rejects.toMatchObject(early);
    clock.forward(24 * hour + 14 * 60_000);
    await expect(as(daughter).companion.noShow({ taskId })).rejects.toMatchObject(early);
    clock.forward(60_000);
    const task = await as(daughter).companion.noShow({ taskId, reason: '等了很久' });
    expect(task).toMatchObject({ status: 'open', volunteer: null });
    expect(await as(daughter).companion.noShow({ taskId })).toEqual(task);
    expect(await told(volunteer, taskId)).toContain('您被记为未到');
    expect(await told(worker, taskId)).toContain('志愿者未到');
    expect(await told(resident, taskId)).toContain('已记下志愿者未到');
    expect(await as(volunteer).companion.myVolunteering()).toMatchObject({ noShows: 1 });
    await expect(as(volunteer).companion.start({ taskId, at: clock().toISOString() })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
  });

  it('gives a volunteer found at the last moment the same grace', async () => {
    const taskId = await aTask('open');
    clock.forward(25 * hour);
    await as(second).companion.claim({ taskId });
    await expect(as(worker).companion.noShow({ taskId })).rejects.toMatchObject({ code: 'too_early' });
    clock.forward(15 * 60_000);
    expect(await as(worker).companion.noShow({ taskId })).toMatchObject({ status: 'open' });
  });
});
