import { addDays, dayOf } from '@wubian/shared/time.ts';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/actor.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, elder, daughter, worker, volunteer } = town;
const volunteers = (count: number): Actor[] =>
  Array.from({ length: count }, (_, n) => town.someone('volunteer', `志愿者${n}`));

/** All claim at once; who got it, and what the others were told. */
async function race(taskId: string, racers: Actor[]) {
  const answers = await Promise.allSettled(racers.map((actor) => as(actor).companion.claim({ taskId })));
  const got = racers.filter((_, n) => answers[n]!.status === 'fulfilled');
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  return { got, refused };
}

describe('claiming', () => {
  it('gives full address, door notes, phone and care notes to the volunteer, and her name to the family', async () => {
    const taskId = await aTask('open');
    const task = await as(volunteer).companion.claim({ taskId });
    expect(task).toMatchObject({
      status: 'claimed',
      elder: { name: '王秀兰', phone: elder.phone, careNotes: elder.careNotes },
      place: { estateName: '水景园', door: elder.door, doorNotes: `二楼右手；${elder.doorNotes}` },
      contacts: elder.contacts,
      can: { release: true, start: true, claim: false },
    });
    const seen = await as(daughter).companion.read({ taskId });
    expect(seen.volunteer).toEqual({
      accountId: volunteer.accountId,
      name: '李志强',
      phone: town.folk.phoneOf(volunteer),
    });
  });

  it.each([2, 50])('by %i at once: one gets it, the others are told and shown the next', async (count) => {
    const [taskId, nextTaskId] = [await aTask('open'), await aTask('open')];
    const { got, refused } = await race(taskId, volunteers(count));
    expect(got).toHaveLength(1);
    expect(refused).toHaveLength(count - 1);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ code: 'task_already_claimed', data: { nextTaskId: expect.any(String) } });
    }
    const stored = await as(worker).companion.read({ taskId });
    expect(stored.volunteer?.accountId).toBe(got[0]!.accountId);
    expect(stored.history.filter(({ move }) => move === 'claim')).toHaveLength(1);
    await as(worker).companion.cancel({ taskId: nextTaskId, reason: '收尾' });
  });

  it('twice by the same volunteer is one claim', async () => {
    const taskId = await aTask('open');
    const [first, second] = await Promise.all([
      as(volunteer).companion.claim({ taskId }),
      as(volunteer).companion.claim({ taskId }),
    ]);
    expect(second).toEqual(first);
    expect(await as(volunteer).companion.claim({ taskId })).toEqual(first);
    expect(first.history.filter(({ move }) => move === 'claim')).toHaveLength(1);
  });

  it('says that nothing is next when nothing is', async () => {
    const alone = town.someone('volunteer', '钱多多', { communityIds: [town.far.id] });
    const winner = town.someone('volunteer', '孙快', { communityIds: [town.far.id] });
    const there = town.newElder({ communityId: town.far.id, estateId: town.far.estates[0]!.id });
    town.folk.grant({ accountId: daughter.accountId, elderId: there.id, relation: 'otherKin', scopes: ['ask', 'see'] });
    const head = town.someone('communityHead', '周主任', { communityIds: [town.far.id] });
    const taskId = await aTask('asked', { elderId: there.id });
    await as(head).companion.open({ taskId });
    await as(winner).companion.claim({ taskId });
    await expect(as(alone).companion.claim({ taskId })).rejects.toMatchObject({
      code: 'task_already_claimed',
      data: { nextTaskId: null },
    });
  });

  it('needs the training for the kind, good until its last day', async () => {
    const taskId = await aTask('open', { kind: 'helpBath' });
    await expect(as(volunteer).companion.claim({ taskId })).rejects.toMatchObject({ code: 'qualification_needed' });
    const trained = town.someone('volunteer', '陈晓芳');
    const until = dayOf(clock());
    const admit = (day: string) =>
      as(worker).companion.setVolunteer({
        accountId: trained.accountId,
        qualifications: [{ name: 'bathing', until: day }],
        ownElderIds: [],
      });
    await admit(addDays(until, -1));
    await expect(as(trained).companion.claim({ taskId })).rejects.toMatchObject({ code: 'qualification_needed' });
    await admit(until);
    expect(await as(trained).companion.claim({ taskId })).toMatchObject({ status: 'claimed' });
  });

  it('is not for one’s own family', async () => {
    const taskId = await aTask('open');
    const alsoVolunteer = town.someone('volunteer', '周敏', { accountId: daughter.accountId });
    expect((await as(alsoVolunteer).companion.read({ taskId })).can.claim).toBe(false);
    await expect(as(alsoVolunteer).companion.claim({ taskId })).rejects.toMatchObject({ code: 'own_family_task' });
  });

  it('is not for a volunteer of another community, nor before a worker has opened it', async () => {
    const elsewhere = town.someone('volunteer', '吴远', { communityIds: [town.far.id] });
    const open = await aTask('open');
    await expect(as(elsewhere).companion.claim({ taskId: open })).rejects.toMatchObject({ code: 'task_not_found' });
    const asked = await aTask('asked');
    await expect(as(volunteer).companion.claim({ taskId: asked })).rejects.toMatchObject({ code: 'task_not_found' });
  });

  it('is too late once the window is over, or the request is withdrawn', async () => {
    const taskId = await aTask('open');
    const gone = await aTask('open');
    await as(daughter).companion.cancel({ taskId: gone, reason: '不用了' });
    await expect(as(volunteer).companion.claim({ taskId: gone })).rejects.toMatchObject({ code: 'task_moved_on' });
    clock.forward(27 * 3_600_000);
    await expect(as(volunteer).companion.claim({ taskId })).rejects.toMatchObject({ code: 'task_moved_on' });
  });
});
