import { expect, it } from 'vitest';
import { hour, inSight, minute, openJourney } from '../support/journey.ts';
import { elderMode, faultsOf } from '../support/screens.ts';

const journey = await openJourney();
const { person, forward } = journey;

it('goes from a daughter who asks to the street office that sees it served, by taps only', async () => {
  const daughter = await person('daughter');
  const worker = await person('worker');
  const volunteer = await person('volunteer');

  // The daughter asks for her mother.
  await daughter.tap('ask');
  await daughter.choose('kind', { value: 'helpJoy' });
  await daughter.tapWords('明天');
  await daughter.tap('choice-15:00-17:30');
  await daughter.type('bring', '想学用手机挂号');
  await daughter.tap('opener-neighbour');
  await daughter.type('door-note', '请先打电话');
  await daughter.tap('send-ask');
  await daughter.sees('已经告诉社区了', '有人接了，会告诉您是谁来。');
  await daughter.tap('to-home');
  await daughter.sees('社区正在核实');

  // The worker finds it in her queue and opens it to volunteers.
  await journey.drain();
  await worker.tap('pile-asked');
  const row = worker.page.locator('[id^="queue-"]:visible', { hasText: '助乐 · 王秀兰' });
  const taskId = (await row.getAttribute('id'))?.replace('queue-', '') ?? '';
  await worker.tap(`queue-${taskId}`);
  await worker.sees('想学用手机挂号', '周敏 提出');
  await worker.tap('open');
  await worker.type('reason', '已电话核实');
  await worker.tap('reason-send');
  await worker.sees('已发布，志愿者看得到了。');

  // A volunteer reads what it is and the estate, and nothing that leads to a door or a phone.
  await journey.drain();
  await volunteer.tap('refresh');
  await volunteer.tap(`open-${taskId}`);
  await volunteer.sees('水韵园', '接单后可见详细地址', '想学用手机挂号');
  await volunteer.seesNot('王秀兰', '501', '13800001001', '13800001002', '门铃坏了', '周敏');
  await volunteer.tap('claim');
  await volunteer.sees('接下这一单？');
  await volunteer.tap('dialog-0');
  await volunteer.sees('接单成功', '3号楼2门501', '13800001001', '门铃坏了，请敲门', '听力不好', '请先打电话');

  // The day comes: she goes, serves, and reports what worries her.
  await forward(30 * hour + 40 * minute);
  await volunteer.tap('start');
  await volunteer.sees('到了门口再点。');
  await volunteer.tap('start');
  await volunteer.sees('已经服务');
  await forward(50 * minute);
  await volunteer.tap('finish');
  await volunteer.sees('记 50分钟');
  await volunteer.tap('did-教了手机');
  await volunteer.tap('noticed-精神不错');
  await volunteer.tap('concern-worried');
  expect(await faultsOf(volunteer.page, elderMode)).toEqual([]);
  await volunteer.type('concern', '厨房煤气灶的皮管裂了');
  await volunteer.tap('send');
  await volunteer.sees('服务已结束', '老人或家属确认后，时长入账。');

  // The concern lies on top of the worker's queue; she heeds it. Her session of yesterday is over by now.
  const workerToday = await person('worker');
  await workerToday.tap('pile-concern');
  await workerToday.tap(`queue-${taskId}`);
  await workerToday.sees('厨房煤气灶的皮管裂了');
  await workerToday.tap('heed');
  await workerToday.tapWords('今天上门看望');
  await workerToday.tap('reason-send');
  await workerToday.sees('已记下。');

  // The daughter reads what was done and confirms.
  await daughter.restart();
  await daughter.tap(`task-${taskId}`);
  await daughter.sees('教了手机', '厨房煤气灶的皮管裂了', '今天上门看望', '50分钟');
  await daughter.tap('confirm');
  await daughter.tapWords('谢谢您');
  await daughter.tap('reason-send');
  await daughter.sees('已确认，谢谢。', '已完成');

  // The minutes lie in the volunteer's ledger, with the ground they rest on.
  await journey.drain();
  await volunteer.restart();
  await volunteer.tap('to-ledger');
  const line = volunteer.page.locator('[id^="line-"]:visible', { hasText: '助乐 · 王' }).first();
  await line.waitFor();
  expect(await inSight(line)).toMatch(/50分钟[\s\S]*(确认|周敏)/);
  await line.tap();
  await volunteer.sees('已完成', '谢谢您');

  // The street office finds it on the board and reads its whole story.
  const office = await person('office', { width: 1280, height: 900 });
  await office.sees('水西里社区');
  await office.tap('to-tasks');
  await office.tap('pile-finished');
  await office.page.locator(`[id$="${taskId}"]:visible`).first().tap();
  await office.sees('核实并发布', '接单', '开始服务', '结束服务', '社区已知悉关切', '确认完成', '李志强');

  const { history } = await (await journey.persona('何静')).client.companion.read({ taskId });
  expect(history.map(({ move }) => move)).toEqual([
    'ask',
    'open',
    'claim',
    'remindVisit',
    'start',
    'finish',
    'heed',
    'confirm',
  ]);
});
