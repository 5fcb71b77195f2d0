import { instantOf } from '@wubian/shared/time.ts';
import { beforeEach, expect, it } from 'vitest';
import { anId } from '../../../factories/elders.ts';
import { openDutyTown } from './duty-town.ts';

const town = await openDutyTown();
const { as, head, worker, mate, third, clock, aShift, aPost, onDuty, toldTo, drain } = town;
const day = 86_400_000;
let postId: string;
/** Tomorrow's shift, which is the worker's. */
const tomorrow = () => ({ from: span(0), to: span(1) });
const span = (n: number) => new Date(first + n * day).toISOString();
let first: number;

beforeEach(async () => {
  for (const name of ['dutyPosts', 'dutyChanges', 'dutyLeaves', 'dutySwaps'])
    await town.db.collection(name).deleteMany({});
  clock.forward(10 * day);
  postId = await aPost([aShift([mate, worker])]);
  first = +instantOf(new Date(+clock() + 8 * 3_600_000 + day).toISOString().slice(0, 10), '08:00');
});

const offer = (only: string | null = null) => {
  const id = anId();
  return as(worker)
    .offerDuty({ id, postId, ...tomorrow(), only })
    .then(() => id);
};

it('is offered to all and taken by exactly one, and those it concerns are told', async () => {
  const swapId = await offer();
  expect((await as(third).dutyMine()).swaps).toMatchObject([{ id: swapId, can: ['take'], by: { name: '刘芳' } }]);
  const tries = await Promise.allSettled([third, head].map((who) => as(who).takeDuty({ swapId })));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'swap_gone' } });
  const winner = tries[0]!.status === 'fulfilled' ? third : head;
  expect(await onDuty(new Date(first))).toEqual([`${winner === third ? '马丽' : '孙建国'} swap`]);
  expect(await onDuty(new Date(first - 1))).toEqual(['钱伟 shift']);
  expect((await toldTo(worker)).map(({ title }) => title)).toContain('您让的班有人接了');
  // A repeat of the winner's own success is the same success.
  expect(await as(winner).takeDuty({ swapId })).toMatchObject({ state: 'taken' });
});

it('is offered to one: nobody else sees it or may take it', async () => {
  const swapId = await offer(third.accountId);
  expect((await as(head).dutyMine()).swaps).toEqual([]);
  await expect(as(head).takeDuty({ swapId })).rejects.toMatchObject({ code: 'swap_not_found' });
  expect(await as(third).takeDuty({ swapId })).toMatchObject({ takenBy: { name: '马丽' } });
});

it('is not for whoever is on duty or on leave then', async () => {
  const swapId = await offer();
  const also = {
    id: anId(),
    postId,
    kind: 'add' as const,
    out: null,
    in: third.accountId,
    ...tomorrow(),
    reason: '节前加人',
  };
  await as(head).overrideDuty(also);
  await expect(as(third).takeDuty({ swapId })).rejects.toMatchObject({ code: 'duty_busy' });
  await as(head).endDutyChange({ changeId: also.id });
  const leave = { id: anId(), ...tomorrow(), reason: '看病' };
  await as(third).askDutyLeave(leave);
  await as(head).decideDutyLeave({ leaveId: leave.id, grant: true });
  await expect(as(third).takeDuty({ swapId })).rejects.toMatchObject({ code: 'duty_busy' });
});

it("is of one's own shift only, once at a time, and can be taken back", async () => {
  await expect(as(third).offerDuty({ id: anId(), postId, ...tomorrow(), only: null })).rejects.toMatchObject({
    code: 'duty_not_yours',
  });
  const past = { from: new Date(+clock() - 2 * day).toISOString(), to: span(0) };
  await expect(as(worker).offerDuty({ id: anId(), postId, ...past, only: null })).rejects.toMatchObject({
    code: 'duty_past',
  });
  const swapId = await offer();
  await expect(offer()).rejects.toMatchObject({ code: 'duty_offered' });
  await as(worker).withdrawDuty({ swapId });
  await expect(as(third).takeDuty({ swapId })).rejects.toMatchObject({ code: 'swap_gone' });
  await expect(offer()).resolves.toEqual(expect.any(String));
});

it('expires when its shift begins, and the one who offered it hears that it is still hers', async () => {
  await offer();
  clock.set(new Date(first + 60_000));
  await drain();
  await drain();
  const told = (await toldTo(worker)).filter(({ title }) => title === '您让的班没有人接');
  expect(told).toHaveLength(1);
  expect(await onDuty()).toEqual(['刘芳 shift']);
});

it('ends with leave: who is away is on no post, and gets her days back when she takes it back', async () => {
  const leave = { id: anId(), ...tomorrow(), reason: '家里有事' };
  await as(worker).askDutyLeave(leave);
  expect(await onDuty(new Date(first))).toEqual(['刘芳 shift']);
  expect((await as(head).dutyLeaves()).items).toMatchObject([{ name: '刘芳', reason: '家里有事', can: ['decide'] }]);
  await expect(as(mate).withdrawDutyLeave({ leaveId: leave.id })).rejects.toMatchObject({ code: 'leave_not_found' });
  await as(head).decideDutyLeave({ leaveId: leave.id, grant: true });
  expect(await onDuty(new Date(first))).toEqual(['孙建国 leader']);
  expect((await toldTo(worker)).map(({ title }) => title)).toContain('请假已批准');
  await as(worker).withdrawDutyLeave({ leaveId: leave.id });
  expect(await onDuty(new Date(first))).toEqual(['刘芳 shift']);
});

it('replaces everything for a while by a temporary schedule, which a later change may change again', async () => {
  const noon = new Date(first + day / 2).toISOString();
  const shifts = [{ from: span(0), to: noon, accountIds: [third.accountId] }];
  await as(head).setTemporaryDuty({ id: anId(), postId, ...tomorrow(), shifts, reason: '台风' });
  expect(await onDuty(new Date(first))).toEqual(['马丽 temporary']);
  expect(await onDuty(new Date(noon))).toEqual(['孙建国 leader']);
  const replaced = { id: anId(), postId, kind: 'replace' as const, out: third.accountId, in: mate.accountId };
  await as(head).overrideDuty({ ...replaced, ...tomorrow(), reason: '换人' });
  expect(await onDuty(new Date(first))).toEqual(['钱伟 override']);
});
