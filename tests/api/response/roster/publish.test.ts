import { dayOf, instantOf } from '@wubian/shared/time.ts';
import { beforeEach, expect, it } from 'vitest';
import { anId } from '../../../factories/elders.ts';
import { openDutyTown } from './duty-town.ts';

const town = await openDutyTown();
const { as, head, worker, mate, office, home, far, clock, aShift, aPost, onDuty, toldTo } = town;
const hour = 3_600_000;

/** Each case has a day of its own, so that what one published the next does not meet. */
beforeEach(async () => {
  clock.forward(40 * 24 * hour);
  town.mute.clear();
  for (const name of ['dutyPosts', 'dutyChanges', 'dutyLeaves', 'dutySwaps'])
    await town.db.collection(name).deleteMany({});
  clock.forward(3 * hour);
});

const draftOf = (shifts: ReturnType<typeof aShift>[], postId = anId()) => ({
  ...{ postId, communityId: home.id, name: '社区值守', phone: null, rev: 0, shifts },
});

it('falls to the community head when nobody is planned, and to the street without a head', async () => {
  expect(await onDuty()).toEqual(['孙建国 leader']);
  expect(await onDuty(clock(), far.id)).toEqual(['何静 leader']);
  await aPost([aShift([office])], { communityId: null, by: office });
  expect((await town.roster.door.leaders(town.street.id, clock())).map(({ via }) => via)).toEqual(['shift']);
});

it('is a draft until it is published, and then counts from that moment', async () => {
  const draft = draftOf([aShift([worker, mate])]);
  const { rev } = await as(head).planDuty(draft);
  expect(await onDuty()).toEqual(['孙建国 leader']);
  const today = dayOf(clock());
  expect((await as(head).proveDuty({ postId: draft.postId, from: today })).holes).toEqual([]);
  await as(head).publishDuty({ postId: draft.postId, rev, from: today });
  expect(await onDuty()).toEqual(['刘芳 shift']);
  expect(await onDuty(new Date(+clock() + 24 * hour))).toEqual(['钱伟 shift']);
  expect((await toldTo(worker))[0]).toMatchObject({ title: '新的排班' });
});

it('names each hole by place, time and why, and publishes with holes only on an explicit yes', async () => {
  town.mute.add(mate.accountId);
  const draft = draftOf([aShift([worker], { to: '20:00' }), aShift([mate], { from: '20:00', to: '06:00' })]);
  const { rev } = await as(head).planDuty(draft);
  const from = dayOf(+clock() + 24 * hour);
  const { holes } = await as(head).proveDuty({ postId: draft.postId, from });
  expect(holes.slice(0, 4).map(({ why }) => why)).toEqual(['unreachable', 'nobody', 'unreachable', 'nobody']);
  const silent = holes.filter(({ why }) => why === 'unreachable');
  expect(silent).toHaveLength(15);
  expect(silent[1]).toMatchObject({
    communityId: home.id,
    names: ['钱伟'],
    from: instantOf(from, '20:00').toISOString(),
  });
  expect(silent[1]!.words).toContain('钱伟联系不上');
  await expect(as(head).publishDuty({ postId: draft.postId, rev, from })).rejects.toMatchObject({
    ...{ code: 'duty_has_holes', data: { holes: holes.length } },
  });
  const { plans } = await as(head).publishDuty({ postId: draft.postId, rev, from, despite: true });
  expect(plans[0]).toMatchObject({ holes: holes.length, by: '孙建国' });
});

it('proves leave, double booking and somebody whose role is elsewhere', async () => {
  const draft = draftOf([aShift([office])]);
  await as(office).planDuty(draft);
  await aPost([aShift([office])], { communityId: far.id, by: office });
  const from = dayOf(clock());
  const reasons = async () =>
    (await as(office).proveDuty({ postId: draft.postId, from })).holes.map(({ why, names }) => [why, ...names]);
  expect(await reasons()).toEqual([['doubleBooked', '何静']]);
  const leave = { id: anId(), from: clock().toISOString(), to: new Date(+clock() + 24 * hour).toISOString() };
  await as(office).askDutyLeave({ ...leave, reason: '体检' });
  await as(office).decideDutyLeave({ leaveId: leave.id, grant: true });
  expect(await reasons()).toEqual([
    ['onLeave', '何静'],
    ['doubleBooked', '何静'],
  ]);
  const stranger = town.someone('gridWorker', '外人', { communityIds: [far.id] });
  const unfit = draftOf([aShift([stranger])]);
  await expect(as(head).planDuty(unfit)).rejects.toMatchObject({ code: 'duty_person_unfit' });
});

it('lets nobody write over what she has not read, or plan another community', async () => {
  const draft = draftOf([aShift([worker])]);
  const { rev } = await as(head).planDuty(draft);
  await as(office).planDuty({ ...draft, rev, name: '值守' });
  await expect(as(head).planDuty({ ...draft, rev })).rejects.toMatchObject({ code: 'duty_changed' });
  const publish = { postId: draft.postId, rev, from: dayOf(clock()), despite: true };
  await expect(as(head).publishDuty(publish)).rejects.toMatchObject({ code: 'duty_changed' });
  await expect(as(head).planDuty({ ...draftOf([]), communityId: far.id })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(as(worker).planDuty(draftOf([]))).rejects.toMatchObject({ code: 'not_allowed' });
  const past = { ...publish, rev: rev + 1, from: dayOf(+clock() - 24 * hour) };
  await expect(as(head).publishDuty(past)).rejects.toMatchObject({ code: 'duty_past' });
});

it('changes no figure of last month by a new plan', async () => {
  const postId = await aPost([aShift([worker], { from: '22:00', to: '06:00' })]);
  const month = dayOf(clock()).slice(0, 7);
  clock.forward(35 * 24 * hour);
  const before = await as(head).dutyFigures({ month });
  expect(before.items[0]).toMatchObject({ name: '刘芳' });
  expect(before.items[0]!.nightMinutes).toBe(before.items[0]!.minutes);
  const { posts } = await as(head).dutyRoster({ from: dayOf(clock()) });
  const { rev } = await as(head).planDuty({ ...draftOf([aShift([mate])], postId), rev: posts[0]!.rev });
  await as(head).publishDuty({ postId, rev, from: dayOf(clock()), despite: true });
  expect(await as(head).dutyFigures({ month })).toEqual(before);
  expect(await onDuty()).toEqual(['钱伟 shift']);
});

it('knows the holidays of the state, make-up days, and the years that are not announced', async () => {
  clock.set('2026-09-21T09:00:00+08:00');
  const { days, yearNote } = await as(head).dutyRoster({ from: '2026-09-19', days: 14 });
  const kinds = Object.fromEntries(days.map(({ day, kind, name }) => [day, `${kind} ${name}`]));
  expect(kinds['2026-09-20']).toBe('work 国庆节调休上班');
  expect(kinds['2026-09-25']).toBe('holiday 中秋');
  expect(kinds['2026-10-01']).toBe('holiday 国庆节');
  expect(yearNote).toBe('');
  expect((await as(head).dutyRoster({ from: '2026-12-25' })).yearNote).toBe('2027年放假安排还没公布，先按周末算');
});
