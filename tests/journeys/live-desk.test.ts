import { expect, it } from 'vitest';
import { newId } from '../../server/store/ids.ts';
import { minute, openJourney } from '../support/journey.ts';
import { otherRules, screenFaults } from '../support/screen-checks.ts';

const journey = await openJourney();
const { person, forward } = journey;
const desk = { width: 1280, height: 800 };
const second = 1_000;

const mother = (await journey.persona('王秀兰')).client;
const head = (await journey.persona('孙建国')).client;
const elderId = (await mother.registry.myElders()).items[0]!.id;
const id = () => newId(journey.clock());

it('shows a call to everybody on duty, leads one of them through the silence, and keeps its number elsewhere', async () => {
  const office = await person('office', desk);
  await office.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(journey.url).origin });
  await office.tap('to-desk');
  await office.sees('现在没有求助', '连接正常');
  const worker = await person('worker');
  await worker.sees('现在没有求助');

  const { incidentId } = await mother.response.raise({ id: id(), elderId, words: '摔倒了，起不来' });
  await journey.drain();
  await worker.sees('1 个求助没办完');
  await office.sees('王秀兰', '水西里社区 水韵园', '还没有人接', '系统值守正常');
  await forward(61 * second);
  await office.sees('1分01秒', '1分00秒后：再通知下一批人');

  await worker.tap('to-desk');
  await worker.tap(`incident-${incidentId}`);
  await worker.sees('3号楼2门501', '打给老人 13800001001', '老人说：摔倒了，起不来');
  await worker.tap('acknowledge');
  await worker.has('setOut');
  await journey.drain();
  await office.sees('刘芳 带头');
  await office.seesNot('还没有人接');
  await office.tap('look-map');
  await office.sees('春晖园', '王秀兰 有人接了');
  expect(await screenFaults(office.page, otherRules)).toEqual([]);
  await office.tap('look-list');

  // She does not answer: each step with its time and its numbers, late ones said to be late.
  await worker.tap('noAnswer');
  await worker.sees('第 1 步，共 5 步', '再打老人电话', '还有 3分00秒');
  await journey.drain();
  await office.sees('老人没回应');
  await forward(3 * minute + 5 * second);
  await worker.sees('已过时 5秒');
  await worker.tap('result-noAnswer');
  await worker.sees('第 2 步，共 5 步', '请有钥匙的邻居看看', '张桂芬');
  await worker.tap('result-noAnswer');
  await worker.sees('第 3 步，共 5 步', '问家属', '13800001002');
  await worker.tap('result-notPossible');
  await worker.sees('第 4 步，共 5 步', '请物业帮忙');
  await worker.tap('result-noAnswer');
  await worker.sees('第 5 步，共 5 步', '请民警到场开门', /进门授权|已授权|不同意开锁/);
  await worker.has('check-call-110');
  await worker.tap('result-answered');
  await worker.hasNot('check-call-110');

  await worker.tap('setOut');
  await worker.tap('arrive');
  await worker.tap('triage-life');
  await worker.tap('handOver');
  await worker.tap('record-120');
  await worker.sees('已转急救、报警或消防');
  await worker.tap('handle');
  await worker.tap('end-send');
  await worker.has('end-send');
  await worker.tap('proof-saw');
  await worker.tap('outcome-hospital');
  await worker.tap('end-send');
  await worker.sees('见到老人（刘芳），送医');

  await journey.drain();

  // The office files it with the city: one paragraph, without name and door, and the number it got there.
  await office.tap('desk-past');
  await office.tap(`incident-${incidentId}`);
  await office.sees('转到津治通、12345', '老人王**', '送医');
  await office.tap('copy');
  await office.sees('已复制，贴过去就行。');
  const copied = await office.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^2026年5月6日08:30，水西里社区水韵园 3号楼，老人王\*\*（\d+岁）紧急求助（老人自己）：摔倒了，起不来。/,
  );
  expect(copied).toContain('转120 急救');
  expect(copied).not.toMatch(/王秀兰|501|13800001001/);
  await office.tap('keep-number');
  await office.sees('请选转到哪里。');
  await office.tap('filed-hotline');
  await office.type('number', 'TJ20260506-17');
  await office.tap('keep-number');
  await office.sees('编号已登记。', 'TJ20260506-17');

  await office.tap('back');
  await office.tap('desk-follow');
  await office.tap(`follow-${incidentId}`);
  await office.tap('reason-send');
  await office.sees('请写老人现在怎么样。');
  await office.type('reason', '住院两天，女儿在陪');
  await office.tap('reason-send');
  await office.sees('没有要回访的');
  const kept = await head.response.incident({ incidentId });
  expect(kept.numbers).toMatchObject([{ where: '12345', number: 'TJ20260506-17' }]);
  expect(kept.followed?.words).toBe('住院两天，女儿在陪');
});

it('marks a drill everywhere, and lets the desk end it', async () => {
  const worker = await person('worker');
  const { incidentId } = await head.response.startDrill({ id: id(), elderId });
  await journey.drain();
  await worker.tap('to-desk');
  await worker.sees('演练', '王秀兰');
  await worker.tap(`incident-${incidentId}`);
  await worker.sees('这是演练，没有老人出事。');
  await worker.hasNot('handOver');
  for (const move of ['acknowledge', 'setOut', 'arrive', 'endDrill']) await worker.tap(move);
  await worker.tap('dialog-0');
  await worker.sees('演练结束');
});

it('says whether it would ring, whether news comes by itself, and when nobody watches over it', async () => {
  const office = await person('office', desk);
  await office.tap('to-desk');
  await office.sees('声音未开', '系统值守正常', '连接正常');
  await office.tap('sound');
  await office.sees('声音已开');
  await office.tap('sound');
  await office.sees('声音未开');

  await office.context.setOffline(true);
  await office.sees('连接断了，每 5 秒看一次。');
  await office.context.setOffline(false);
  await office.sees('连接正常');

  // The guard's rounds stop, time goes on.
  journey.clock.forward(4 * minute);
  await office.context.clock.setFixedTime(journey.clock());
  await office.sees('系统值守可能停了，请直接打电话。');
  await journey.drain();
  await office.sees('系统值守正常');
});
