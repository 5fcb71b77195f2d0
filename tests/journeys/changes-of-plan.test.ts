import type { Kind } from '@wubian/shared/companion/kinds.ts';
import { expect, it } from 'vitest';
import { newId } from '../../server/store/ids.ts';
import { hour, inSight, minute, openJourney } from '../support/journey.ts';

const journey = await openJourney();
const { persona, signedIn, forward, drain, clock } = journey;
const person = async (name: string) => signedIn(await persona(name));

/** A request of the daughter for her mother, `inHours` from now, brought as far as `stage` by those who do so in life. */
async function arranged(kind: Kind, inHours: number, stage: 'asked' | 'open' | 'claimed' | 'done'): Promise<string> {
  const daughter = (await persona('周敏')).client;
  const [elder] = (await daughter.registry.myElders()).items;
  const taskId = newId(clock());
  const from = new Date(clock().getTime() + inHours * hour);
  const window = { from: from.toISOString(), to: new Date(from.getTime() + 2 * hour).toISOString() };
  const rest = { part: false, bring: '', doorOpener: 'self', doorNote: '' } as const;
  await daughter.companion.ask({ id: taskId, elderId: elder?.id ?? '', kind, window, ...rest });
  if (stage === 'asked') return taskId;
  await (await persona('刘芳')).client.companion.open({ taskId, note: '' });
  if (stage === 'open') return taskId;
  const volunteer = (await persona('李志强')).client.companion;
  await volunteer.claim({ taskId });
  if (stage === 'claimed') return taskId;
  await forward(inHours * hour);
  await volunteer.start({ taskId, at: clock().toISOString() });
  await forward(45 * minute);
  await volunteer.finish({ taskId, at: clock().toISOString(), did: '下了棋', noticed: '', concern: '' });
  await drain();
  return taskId;
}

it('tells the family why the community declined', async () => {
  const taskId = await arranged('helpUrgent', 26, 'asked');
  const worker = await person('刘芳');
  await worker.tap('pile-asked');
  await worker.tap(`queue-${taskId}`);
  await worker.tap('decline');
  await worker.tap('reason-send');
  await worker.sees('请选一个原因，或写下来。');
  await worker.tapWords('需要专业机构来做');
  await worker.tap('reason-send');
  await worker.sees('已告知求助人。');

  await drain();
  const daughter = await person('周敏');
  await daughter.tap('notices');
  await daughter.tapWords('求助未受理');
  await daughter.sees('未受理', '需要专业机构来做');
  await daughter.has('ask-again');
});

it('opens a task again when its volunteer gives it back, and says why', async () => {
  const taskId = await arranged('helpJoy', 27, 'claimed');
  const volunteer = await person('李志强');
  await volunteer.tap('to-mine');
  await volunteer.tap(`task-${taskId}`);
  await volunteer.tap('release');
  await volunteer.tapWords('身体不舒服');
  await volunteer.tap('reason-send');
  await volunteer.sees('已退回，谢谢您提前说。');
  await volunteer.seesNot('13800001001');

  await drain();
  const mother = await person('王秀兰');
  await mother.tap('notices');
  await mother.tapWords('志愿者来不了');
  await mother.sees('等志愿者接单', '退回', '身体不舒服');
  const other = await person('陈晓芳');
  await other.sees('有人退回，急');
});

it('tells the volunteer that the family cancelled', async () => {
  const taskId = await arranged('helpClean', 28, 'claimed');
  const daughter = await person('周敏');
  await daughter.tap(`task-${taskId}`);
  await daughter.tap('cancel');
  await daughter.tapWords('家里有人帮忙了');
  await daughter.tap('reason-send');
  await daughter.sees('已取消。');

  await drain();
  const volunteer = await person('李志强');
  await volunteer.tap('notices');
  await volunteer.tapWords('求助已取消');
  await volunteer.sees('求助详情', '已取消');
  await volunteer.seesNot('13800001001', '3号楼');
});

it('finds another volunteer when nobody came', async () => {
  const taskId = await arranged('helpMeal', 3, 'claimed');
  await forward(3 * hour + 20 * minute);
  const daughter = await person('周敏');
  await daughter.tap(`task-${taskId}`);
  await daughter.tap('no-show');
  await daughter.tapWords('电话打不通');
  await daughter.tap('reason-send');
  await daughter.sees('已记下，正在重新找志愿者。', '等志愿者接单');

  await drain();
  const volunteer = await person('李志强');
  await volunteer.tap('notices');
  await volunteer.sees('您被记为未到');
  const worker = await person('刘芳');
  await worker.tap('notices');
  await worker.sees('志愿者未到');
  await worker.tapWords('志愿者未到');
  await worker.sees('电话打不通', '等志愿者接单');
});

it('is given to another volunteer by the worker, and all three are told', async () => {
  const taskId = await arranged('helpGo', 30, 'claimed');
  const worker = await person('刘芳');
  await worker.tap('pile-running');
  await worker.tap(`queue-${taskId}`);
  await worker.tap('assign');
  await worker.sees('指派志愿者', '陈晓芳');
  await worker.tapWords('陈晓芳');
  await worker.tapWords('原来的志愿者来不了');
  await worker.tap('assign-send');
  await worker.sees('现在接单的是 李志强，会收到通知。');
  await worker.tap('dialog-0');
  await worker.sees('已指派给 陈晓芳。');

  await drain();
  const former = await person('李志强');
  await former.tap('notices');
  await former.sees('这一单已改派');
  const chosen = await person('陈晓芳');
  await chosen.tap('notices');
  await chosen.tapWords('社区请您帮忙');
  await chosen.sees('13800001001', '3号楼2门501', '原来的志愿者来不了');
  const daughter = await person('周敏');
  await daughter.tap('notices');
  await daughter.sees('社区安排了志愿者', '志愿者陈晓芳会来');
});

it('warns the worker before an unclaimed request runs out, and tells the family when it did', async () => {
  await arranged('sendWarmth', 40, 'open');
  await forward(28 * hour + minute);
  const worker = await person('刘芳');
  await worker.tap('notices');
  await worker.tapWords('求助还没有人接单');
  await worker.sees('送温暖', '等志愿者接单', '提醒社区：还没有人接单');
  await worker.has('assign');

  await forward(14 * hour);
  const daughter = await person('周敏');
  await daughter.tap('notices');
  await daughter.tapWords('没有等到志愿者');
  await daughter.sees('已过期，无人接单');
  await daughter.has('ask-again');
  const later = await person('刘芳');
  await later.tap('notices');
  await later.sees('求助过期，无人接单');
});

it('confirms by rule after 48 hours and says so to everyone', async () => {
  const taskId = await arranged('helpJoy', 5, 'done');
  const daughter = await person('周敏');
  await daughter.tap(`task-${taskId}`);
  await daughter.sees('前没有异议，就自动确认。');
  await forward(48 * hour);
  await daughter.tap('refresh');
  await daughter.sees('满 48 小时自动确认', '已完成');

  const volunteer = await person('李志强');
  await volunteer.tap('to-ledger');
  const line = volunteer.page.locator('[id^="line-"]:visible').first();
  await line.waitFor();
  expect(await inSight(line)).toMatch(/45分钟 · 助乐[\s\S]*自动确认/);
});
