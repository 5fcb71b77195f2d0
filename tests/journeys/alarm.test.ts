import { expect, it } from 'vitest';
import { minute, openJourney, type Person } from '../support/journey.ts';
import { residentRules, screenFaults } from '../support/screen-checks.ts';
import { elderMode } from '../support/screens.ts';

const journey = await openJourney();
const { person, persona, forward, drain, url } = journey;

const mother = (await persona('王秀兰')).client;
const elderId = (await mother.accounts.me()).active?.elderId ?? '';
const openOne = async (): Promise<string> =>
  (await mother.response.sosElders()).items.find(({ id }) => id === elderId)?.openIncidentId ?? '';

/** Puts a finger on the red circle and leaves it there until `until` is in sight, or lets go at once. */
async function hold(she: Person, until?: string): Promise<void> {
  await she.at('hold').scrollIntoViewIfNeeded();
  const box = await she.at('hold').boundingBox();
  if (!box) throw new Error('no circle to hold');
  await she.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await she.page.mouse.down();
  await she.sees('按住别放');
  if (until) await she.sees(until);
  await she.page.mouse.up();
}
const open = (she: Person, path: string) => she.page.goto(`${url}/#/${path}`);
const openIncident = (she: Person, id: string) => open(she, `pages/incident/index?id=${id}`);

it('calls by holding, is answered by the worker on a second phone, and the family sees each step', async () => {
  const [elder, worker, daughter] = [await person('mother'), await person('worker'), await person('daughter')];
  await elder.tap('sos');
  expect(elder.taps).toBe(1);
  await elder.has('hold');
  await elder.sees('按住两秒', '120', '110', '119', '周敏');
  expect(await screenFaults(elder.page, elderMode)).toEqual([]);

  await hold(elder, '已收到');
  await elder.sees('已收到', '今天 08:30 收到', '已通知当班的人', '等人到');
  const id = await openOne();
  expect(id).not.toBe('');
  await drain();
  // Who is called and has not answered reads the surname, wherever her name may stand.
  const called = await (await persona('陈晓芳')).client.response.incident({ incidentId: id });
  expect(called.mine).toBe('called');
  expect(JSON.stringify(called)).not.toContain('王秀兰');

  await openIncident(worker, id);
  await worker.sees('王秀兰', '3号楼2门501', '还没有人接');
  await worker.tap('act-acknowledge');
  await worker.sees('您接了');
  await elder.sees('刘芳接了');
  await elder.has('call-leader');
  expect(await screenFaults(elder.page, elderMode)).toEqual([]);
  await daughter.tap(`open-${id}`);
  await daughter.sees('刘芳', '带头', '有人接了');

  await forward(2 * minute);
  await worker.tap('act-setOut');
  await elder.sees('刘芳正在赶来');
  await daughter.sees('在路上');
  await daughter.tap('act-join');
  await elder.sees('还有 1 个人一起来');

  await worker.tap('act-arrive');
  await elder.sees('刘芳到了');
  await daughter.sees('已到场');

  await worker.tap('act-handle');
  await worker.sees('老人怎么样了？', '刘芳');
  await worker.tap('end-send');
  await worker.sees('请选一项');
  await worker.tap('proof-saw');
  await worker.tap('outcome-helped');
  await worker.type('end-words', '扶起来了，没有受伤');
  await worker.tap('end-send');
  await worker.sees('处理好了，谢谢。', '已处理');
  await elder.sees('处理好了', '见到老人（刘芳）');
  await daughter.sees('见到老人（刘芳）', '当场解决', '扶起来了，没有受伤');
  await elder.tap('over');
  await elder.has('hold');
});

it('calls by a tap and one question, where a hand cannot hold; she says that she is fine, and it stays open', async () => {
  const elder = await person('mother');
  await elder.tap('sos');
  await hold(elder);
  await elder.sees('现在求助？');
  await elder.tap('dialog-cancel');
  expect(await openOne()).toBe('');
  await elder.tap('tap-instead');
  await elder.sees('现在求助？', '社区当班的人和家人会马上收到。');
  await elder.tap('dialog-0');
  await elder.sees('已收到', '又不舒服，再叫一次');
  const incidentId = await openOne();

  await elder.tap('press-again');
  await elder.sees('又叫了一次，他们都收到了。', '已收到');
  await elder.tap('says-fine');
  await elder.sees('才算完');
  await elder.tap('dialog-0');
  await elder.sees('您说没事了。还会有人打电话或来看看您。');
  await elder.hasNot('says-fine');
  const seen = await mother.response.incident({ incidentId });
  expect(seen.open).toBe(true);
  expect(seen.history.map(({ move }) => move).filter((move) => move !== 'call')).toEqual([
    'raise',
    'pressAgain',
    'saysFine',
  ]);

  await elder.restart();
  await elder.sees('您在求助');
  await elder.tap(`open-${incidentId}`);
  await elder.sees('已收到');

  const worker = await person('worker');
  await openIncident(worker, incidentId);
  await worker.tap('act-acknowledge');
  await worker.tap('act-falseAlarm');
  await worker.sees('要先见到老人，或和老人通话。');
  await worker.tap('proof-spoke');
  await worker.tap('cause-pressed');
  await worker.tap('end-send');
  await worker.sees('已按误报结束。');
  await elder.sees('没有事，已结束');
});

it('lets the daughter and the paired volunteer call for her, each in one tap and a hold', async () => {
  const daughter = await person('daughter');
  await daughter.tap('sos');
  await daughter.has('hold');
  await daughter.sees('为王秀兰求助');
  await hold(daughter, '已收到');
  await daughter.sees('已收到');
  const incidentId = await openOne();
  expect((await mother.response.incident({ incidentId })).sourceLabel).toBe('家属');
  await drain();

  const neighbour = await person('trainedVolunteer');
  await openIncident(neighbour, incidentId);
  await neighbour.sees('接了以后能看到门牌和电话。');
  expect(await screenFaults(neighbour.page, elderMode)).toEqual([]);
  await neighbour.tap('act-acknowledge');
  await neighbour.sees('3号楼2门501', '出发');
  await neighbour.tap('act-giveBack');
  await neighbour.type('reason', '我不在附近');
  await neighbour.tap('reason-send');
  await neighbour.sees('知道了，马上另找人。', '等人接');
});

it('takes down a call that came by telephone, with the time it came', async () => {
  const worker = await person('worker');
  await worker.tap('to-raise');
  await worker.type('elder-q', '王秀兰');
  await worker.tap(`elder-${elderId}`);
  await worker.tap('heard-15');
  await worker.type('raise-words', '摔倒了');
  await worker.tap('raise-send');
  await worker.sees('王秀兰');
  const incidentId = await openOne();
  const { history, heardAt } = await (await persona('刘芳')).client.response.incident({ incidentId });
  expect(history.some(({ words }) => words.includes('摔倒了'))).toBe(true);
  expect(heardAt === null || Date.parse(heardAt) === journey.clock().getTime() - 15 * minute).toBe(true);
});

it('shows who has only a code what to do, and what a wrong one is', async () => {
  const stranger = await journey.newcomer();
  await open(stranger, 'pages/answer/index?code=AAAAAAAA');
  await stranger.sees('链接不对，或已经过期。请打社区电话。', '120 急救');
  expect(await screenFaults(stranger.page, elderMode)).toEqual([]);
});

it('keeps the red entry on every first page of an old person', async () => {
  const elder = await person('mother');
  expect(await screenFaults(elder.page, residentRules)).toEqual([]);
});
