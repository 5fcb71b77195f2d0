import { defaultLadder } from '@wubian/shared/response/ladder.ts';
import { expect, it } from 'vitest';
import { demoStreet } from '../../server/demo/areas.ts';
import { minute, openJourney } from '../support/journey.ts';

const journey = await openJourney();
const desk = { width: 1280, height: 800 };

it('plays a drill for real: started by the office, answered by the worker, ended, its result kept', async () => {
  const office = await journey.person('office', desk);
  await office.tap('to-drills');
  await office.sees('开始一次演练', '还没有演练过');
  await office.type('elder-q', '王秀兰');
  await office.tapWords('王秀兰');
  await office.type('drill-words', '季度演练');
  await office.tap('start-drill');
  await office.sees('会真的打电话、发短信');
  await office.tap('dialog-0');
  await office.sees('演练开始了。', '正在演练', '没有人接');
  await journey.drain();

  await journey.forward(minute + 15_000);
  const worker = (await journey.persona('刘芳')).client.response;
  const mine = (await worker.desk({})).items.find(({ drill }) => drill)!;
  const shown = await journey.signedIn(await journey.persona('刘芳'));
  await shown.tap('to-desk');
  await shown.sees('演练', '王秀兰');
  const act = (move: 'acknowledge' | 'arrive') => worker.act({ incidentId: mine.id, id: journeyId(), move, words: '' });
  await act('acknowledge');
  await journey.forward(5 * minute);
  await act('arrive');
  await journey.drain();

  await office.restart();
  await office.tap('to-drills');
  await office.tap(`drill-${mine.id}`);
  await (await journey.persona('何静')).client.response.act({ incidentId: mine.id, id: journeyId(), move: 'endDrill' });
  await journey.drain();
  await office.restart();
  await office.tap('to-drills');
  await office.sees('以前的演练', '1 分 15 秒 · 网格员 刘芳', '6 分 15 秒', '没有应答', '季度演练');

  await office.tap(`replay-${mine.id}`);
  await office.sees('当时', '换成这样', '和当时一样。', '网格员 刘芳：我来处理');
  await office.tap('edit-0');
  await office.type('wait-0', '20');
  await office.tap('run-replay');
  await office.sees('20 秒 · 第 2 步');
  await office.seesNot('和当时一样。');
});

it('lets the office change whom a call calls, from a day on', async () => {
  const office = await journey.person('office', desk);
  await office.tap('to-rules');
  await office.tap('group-response');
  await office.tap('parameter-ladder');
  await office.sees('求助依次通知谁', '现在求助会通知到谁', '按老人档案', '第 3 步');
  await office.tap('edit-0');
  await office.type('wait-0', '5');
  await office.sees('至少等 20 秒', '先改好标出的地方');
  await office.type('wait-0', '30');
  await office.tap('remove-2');
  await office.type('reason', '例会决定');
  await office.tap('save-ladder');
  await office.sees('修改“求救以后依次通知谁”？');
  await office.tap('dialog-0');
  await office.sees('已保存，今天起生效。', '正在用');
  const saved = await journey.streets.parameter(demoStreet.id, 'ladder');
  expect(saved.rungs.map(({ wait }) => wait)).toEqual([30, 60]);
  expect(saved.loop).toEqual(defaultLadder.loop);
});

it('shows a secret once when a device is registered, and the month in figures', async () => {
  const office = await journey.person('office', desk);
  await office.tap('to-elders');
  const [elder] = (await (await journey.persona('王秀兰')).client.registry.myElders()).items;
  await office.page.goto(`${journey.url}/#/packages/worker/elder/index?id=${elder!.id}`);
  await office.tap('elder-devices');
  await office.tap('kind-button');
  await office.type('device-label', '床头');
  await office.tap('save-device');
  await office.sees('密钥只显示这一次', '床头 一键呼叫器', '还没有收到过');
  await office.tap('secret-done');
  await office.seesNot('密钥只显示这一次');
  await office.restart();
  await office.tap('to-response');
  await office.sees('求助统计', '演练另计', '合计');
});

let made = 0;
function journeyId(): string {
  return `0000000000000000${String(++made).padStart(8, '0')}`;
}
