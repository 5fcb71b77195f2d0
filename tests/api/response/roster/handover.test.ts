import { opinionGrades } from '@wubian/shared/response/roster/labels.ts';
import { dayOf, instantOf } from '@wubian/shared/time.ts';
import { beforeEach, expect, it } from 'vitest';
import type { HandingOver, Leaving } from '../../../../server/charges.ts';
import { anId } from '../../../factories/elders.ts';
import { openDutyTown } from './duty-town.ts';

const town = await openDutyTown();
const { as, head, worker, mate, third, office, resident, home, street, clock, aShift, aPost, onDuty, toldTo, drain } =
  town;
const minute = 60_000;
const day = 86_400_000;
let postId: string;

beforeEach(async () => {
  const names = ['dutyPosts', 'dutyChanges', 'dutyLeaves', 'dutySwaps', 'dutyNotes', 'notices', 'dutyTrainings'];
  for (const name of names) await town.db.collection(name).deleteMany({});
  clock.forward(day);
  clock.set(instantOf(dayOf(clock()), '09:00'));
  postId = await aPost([aShift([worker, mate])]);
});
const next = () => +instantOf(dayOf(+clock() + day), '08:00');
const titles = async (who: typeof head) => (await toldTo(who)).map(({ title }) => title);

it('keeps a note sealed for whoever comes, who reads it with the time', async () => {
  const noteId = anId();
  await as(worker).writeDutyNote({ id: noteId, postId, words: '三号楼王奶奶夜里要看一次' });
  expect(JSON.stringify(await town.db.collection('dutyNotes').find({}).toArray())).not.toContain('王奶奶');
  expect((await as(mate).dutyMine()).notes).toMatchObject([
    { id: noteId, toRead: true, words: '三号楼王奶奶夜里要看一次', forFrom: new Date(next()).toISOString() },
  ]);
  expect((await as(third).dutyMine()).notes).toMatchObject([{ toRead: false }]);
  clock.set(new Date(next() + 10 * minute));
  expect(await as(mate).readDutyNote({ noteId })).toMatchObject({
    ...{ toRead: false, readBy: [{ name: '钱伟', at: clock().toISOString() }] },
  });
  clock.forward(30 * minute);
  await drain();
  expect(await titles(head)).not.toContain('交班没有人看');
});

it('tells the head once when nobody who came has read it half an hour after the start', async () => {
  const noteId = anId();
  await as(worker).writeDutyNote({ id: noteId, postId, words: '请关注' });
  await as(third).readDutyNote({ noteId });
  clock.set(new Date(next() + 29 * minute));
  await drain();
  expect(await titles(head)).not.toContain('交班没有人看');
  clock.forward(minute);
  await drain();
  await drain();
  expect((await titles(head)).filter((title) => title === '交班没有人看')).toHaveLength(1);
});

it('tells who is on at the start of a shift, and who was that she is relieved; once', async () => {
  clock.set(new Date(next()));
  await drain();
  await drain();
  const [on] = (await toldTo(mate)).filter(({ title }) => title === '轮到您当班');
  expect(on!.body).toContain('上一班：刘芳');
  expect((await toldTo(mate)).filter(({ title }) => title === '轮到您当班')).toHaveLength(1);
  expect((await toldTo(worker)).find(({ title }) => title === '您的当班结束')!.body).toContain('现在当班：钱伟');
});

it('tells a hole 72 hours ahead to the head and the street office, once', async () => {
  const leave = {
    id: anId(),
    from: new Date(next() + 3 * day).toISOString(),
    to: new Date(next() + 4 * day).toISOString(),
  };
  const holes = async (who: typeof head) => (await toldTo(who)).filter(({ title }) => title === '排班有空档');
  // Four days from now the turn is the worker's colleague's again.
  await as(worker).askDutyLeave({ ...leave, reason: '事假' });
  await as(mate).askDutyLeave({ ...leave, id: anId(), reason: '事假' });
  for (const { id } of (await as(head).dutyLeaves()).items)
    await as(head).decideDutyLeave({ leaveId: id, grant: true });
  await drain();
  expect(await holes(head)).toEqual([]);
  clock.set(new Date(Date.parse(leave.from) - 72 * 60 * minute + minute));
  await drain();
  clock.forward(day);
  await drain();
  expect(await holes(head)).toHaveLength(1);
  expect((await holes(head))[0]!.body).toMatch(/水西里社区 .*请假，没有人顶/);
  expect(await holes(office)).toHaveLength(1);
});

it('shows residents who is on duty, with a number of the community unless she shows her own', async () => {
  const see = () => as().dutyToday({ communityId: home.id });
  expect(await see()).toMatchObject({
    communityPhone: '022-23330000',
    now: [{ name: '刘芳', phone: '022-23330000', standsIn: false, to: new Date(next()).toISOString() }],
    later: [],
  });
  await as(worker).showDutyPhone({ shows: true });
  expect((await see()).now[0]!.phone).toBe(town.folk.phoneOf(worker));
  await town.db.collection('dutyPosts').deleteMany({});
  clock.forward(3000);
  expect((await see()).now).toMatchObject([{ name: '孙建国', from: null, standsIn: true, phone: '022-23330000' }]);
});

it('takes one opinion a day from a resident, and shows words and counts without her name', async () => {
  await as(resident).rateDuty({ grade: 'fair', words: '来得慢了点' });
  await expect(as(resident).rateDuty({ grade: 'good' })).rejects.toMatchObject({ code: 'duty_rated' });
  clock.forward(day);
  await as(resident).rateDuty({ grade: 'good' });
  const { counts, items } = await as(head).dutyOpinions({ month: dayOf(clock()).slice(0, 7) });
  expect(opinionGrades.map((grade) => counts[grade])).toEqual([1, 1, 0]);
  expect(items.at(-1)).toMatchObject({ words: '来得慢了点', onDuty: ['刘芳'] });
  expect(JSON.stringify(items)).not.toContain('王秀兰');
});

it('records trainings and says who is due by the parameter of the street', async () => {
  const held = dayOf(clock());
  await as(head).addDutyTraining({ id: anId(), day: held, title: '急救', accountIds: [worker.accountId] });
  const find = async () => (await as(head).dutyTrainings()).people.find(({ name }) => name === '刘芳')!;
  expect(await find()).toMatchObject({ last: held, late: false });
  expect((await as(head).dutyTrainings()).people.find(({ name }) => name === '马丽')).toMatchObject({
    last: null,
    late: true,
  });
  clock.forward(93 * day);
  expect(await find()).toMatchObject({ late: true });
});

it('lets nobody leave with future duty: her turns go to the heir, what has passed stays', async () => {
  const [charges] = town.roster.charges as [(typeof town.roster.charges)[0]];
  const role = (await town.folk.accounts.roleOf(worker.accountId, street.id, 'gridWorker'))!;
  const leaving: Leaving = { streetId: street.id, accountId: worker.accountId, ends: [role], stays: [] };
  const [charge] = await charges.of(leaving);
  expect(charge).toMatchObject({
    kind: 'duties',
    id: postId,
    title: '水西里社区 社区值守',
    note: '今后四周还有 15 班',
  });
  expect(await charges.of({ ...leaving, stays: [role] })).toEqual([]);
  const heir = (await town.folk.accounts.roleOf(third.accountId, street.id, 'gridWorker'))!;
  const handing: HandingOver = {
    ...{
      id: anId(),
      at: clock(),
      why: '离职',
      dry: false,
      by: { accountId: head.accountId, name: '孙建国', role: 'communityHead' },
    },
    to: { accountId: third.accountId, name: '马丽', phone: null, roles: [heir] },
  };
  expect(await charges.passOn(leaving, charge!, { ...handing, dry: true })).toBeNull();
  expect(await onDuty()).toEqual(['刘芳 shift']);
  clock.forward(minute);
  for (let tries = 0; tries < 2; tries++)
    expect(await charges.passOn(leaving, charge!, { ...handing, at: clock() })).toBeNull();
  expect(await onDuty()).toEqual(['马丽 shift']);
  expect(await onDuty(new Date(next()))).toEqual(['钱伟 shift']);
  expect(await charges.of(leaving)).toEqual([]);
  expect((await as(head).dutyFigures({ month: dayOf(clock()).slice(0, 7) })).items.map(({ name }) => name)).toContain(
    '刘芳',
  );
  // Whoever has a post alone needs an heir.
  const alone = await aPost([aShift([worker])]);
  const only = (await charges.of(leaving)).find(({ id }) => id === alone)!;
  expect(await charges.passOn(leaving, only, { ...handing, to: null })).toContain('请先选接班的人');
});
