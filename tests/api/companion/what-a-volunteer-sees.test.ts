import { describe, expect, it } from 'vitest';
import { secrets } from '../../factories/elders.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, worker, office, volunteer } = town;
const day = 24 * 3_600_000;
const never = [
  secrets.phone,
  secrets.door,
  secrets.doorNotes,
  secrets.careNotes,
  '13800005678',
  '二楼右手',
  '周敏',
  '王秀兰',
];

/** Every secret of the elder that stands anywhere in an answer. */
const leaks = (answer: unknown): string[] => never.filter((secret) => JSON.stringify(answer).includes(secret));

describe('a volunteer', () => {
  it('sees kind, window, estate, needs and a masked name before she claims, and nothing else', async () => {
    const taskId = await aTask('open');
    const task = await as(volunteer).companion.read({ taskId });
    expect(leaks(task)).toEqual([]);
    expect(leaks(await as(volunteer).companion.openTasks())).toEqual([]);
    expect(task).toMatchObject({
      elder: { name: '王**', phone: null, careNotes: null },
      place: { estateName: '水景园', door: null, doorOpener: null, doorNotes: null },
      asker: { name: '家属', relation: null },
      contacts: [],
      bring: '不吃辣',
      can: { claim: true, release: false },
    });
    expect(task.history.map(({ by }) => by)).toEqual(['家属', '网格员']);
  });

  it('no longer sees it after she gave it back, while another one serves', async () => {
    const taskId = await aTask('claimed');
    const back = await as(volunteer).companion.release({ taskId, reason: '临时有事' });
    expect(leaks(back)).toEqual([]);
    expect(back.status).toBe('open');
    const second = town.someone('volunteer', '陈晓芳');
    await as(second).companion.claim({ taskId });
    await expect(as(volunteer).companion.read({ taskId })).rejects.toMatchObject({ code: 'task_not_found' });
    const seen = await as(second).companion.read({ taskId });
    expect(JSON.stringify(seen)).not.toContain('李志强');
    expect(JSON.stringify(seen)).not.toContain('临时有事');
  });

  it('keeps the address for seven days after the service, then only the mask', async () => {
    const taskId = await aTask('done');
    clock.forward(6 * day);
    expect(await as(volunteer).companion.read({ taskId })).toMatchObject({ elder: { phone: secrets.phone } });
    clock.forward(2 * day);
    const task = await as(volunteer).companion.read({ taskId });
    expect(leaks(task)).toEqual([]);
    expect(task).toMatchObject({ did: '', elder: { name: '王**' } });
    const { items } = await as(volunteer).companion.mine({ state: 'current' });
    expect(items.find(({ id }) => id === taskId)?.elderName).toBe('王**');
  });

  it('sees the mask as soon as the request is withdrawn', async () => {
    const taskId = await aTask('claimed');
    await as(daughter).companion.cancel({ taskId, reason: '住院了' });
    expect(leaks(await as(volunteer).companion.read({ taskId }))).toEqual([]);
  });

  it('never sees a task of another street, whatever her role there', async () => {
    const taskId = await aTask('open');
    const [community] = town.other.communities;
    const there = { streetId: town.other.id, communityIds: [community!.id] };
    for (const role of ['volunteer', 'gridWorker', 'streetOffice', 'family'] as const) {
      const stranger = town.someone(role, '外街人', there);
      await expect(as(stranger).companion.read({ taskId })).rejects.toMatchObject({ code: 'task_not_found' });
    }
  });
});

describe('staff', () => {
  it('of the community see names and what is told, phones masked and the door as far as the building', async () => {
    const taskId = await aTask('claimed');
    const task = await as(worker).companion.read({ taskId });
    expect(task).toMatchObject({
      elder: { name: '王秀兰', phone: '138****1234', careNotes: secrets.careNotes },
      place: { door: '3号楼' },
      contacts: [{ name: '周敏', phone: '138****5678' }],
    });
    for (const hidden of [secrets.phone, secrets.door]) expect(JSON.stringify(task)).not.toContain(hidden);
    expect(task.history.map(({ by }) => by)).toEqual(['女儿 周敏', '网格员 赵静', '志愿者 李志强']);
  });

  it('of the street office see all of the street, phones masked', async () => {
    const taskId = await aTask('claimed');
    const task = await as(office).companion.read({ taskId });
    expect(task).toMatchObject({ elder: { name: '王秀兰', phone: '138****1234' }, place: { door: '3号楼' } });
    expect(task.volunteer!.phone).toMatch(/^139\*{4}\d{4}$/);
    expect(JSON.stringify(task)).not.toContain(secrets.phone);
  });
});

it('seals what was said about health and home in the database', async () => {
  const taskId = await aTask('claimed');
  await as(volunteer).companion.start({ taskId, at: clock().toISOString() });
  clock.forward(3_600_000);
  const words = { did: '洗了澡', noticed: '走路不稳', concern: '血压很高' };
  await as(volunteer).companion.finish({ taskId, at: clock().toISOString(), ...words });
  await as(worker).companion.heed({ taskId, words: '已联系家属就医' });
  const stored = JSON.stringify(await town.db.collection('tasks').findOne({ _id: taskId as never }));
  for (const text of ['二楼右手', '洗了澡', '走路不稳', '血压很高', '已联系家属就医'])
    expect(stored).not.toContain(text);
  expect(await as(daughter).companion.read({ taskId })).toMatchObject({
    did: '洗了澡',
    noticed: '走路不稳',
    concern: { words: '血压很高', heededWords: '已联系家属就医' },
  });
});
