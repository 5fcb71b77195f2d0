import { expect, it } from 'vitest';
import { hour, minute, openJourney } from '../support/journey.ts';

const journey = await openJourney();
const { person, persona, forward, clock } = journey;

/** The demo's walk to the market, claimed by 李志强, tomorrow from 09:00. */
async function theWalk(): Promise<string> {
  const { items } = await (await persona('李志强')).client.companion.mine({ state: 'current', limit: 50 });
  return (
    items.find(({ kind, status, elderName }) => kind === 'helpGo' && status === 'claimed' && elderName === '王秀兰')
      ?.id ?? ''
  );
}

it('keeps start and end on a phone without network, over a restart, and hands them in once', async () => {
  const taskId = await theWalk();
  const volunteer = await person('volunteer');
  await volunteer.tap('to-mine');
  await volunteer.tap(`report-${taskId}`);
  await volunteer.has('start');
  await forward(24 * hour + 31 * minute);
  const begun = clock().toISOString();

  await volunteer.context.setOffline(true);
  await volunteer.tap('start');
  await volunteer.sees('已存在手机里，有网自动提交。', '现在没有网络', '开始服务：');
  await forward(50 * minute);
  const ended = clock().toISOString();
  await volunteer.tap('finish');
  await volunteer.tap('did-陪同出门');
  await volunteer.tap('send');
  await volunteer.sees('服务已结束', '50分钟', '结束服务：', '有 2 条内容还没发出去');

  // The program comes from the phone in WeChat; here its files may load, but the server cannot be reached.
  await volunteer.context.route('**/api/**', (route) => route.abort());
  await volunteer.context.setOffline(false);
  await volunteer.restart();
  await volunteer.sees('有 2 条内容还没发出去');
  const before = await (await persona('何静')).client.companion.read({ taskId });
  expect(before.status).toBe('claimed');

  // The first answer is lost on its way back, so the same start is handed in twice.
  await volunteer.context.unroute('**/api/**');
  let lost = 0;
  await volunteer.context.route('**/start', async (route) => {
    if (lost++) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await volunteer.tap('send-now');
  await expect.poll(() => lost, { timeout: 20_000 }).toBe(1);
  await volunteer.sees('有 2 条内容还没发出去');
  await volunteer.tap('send-now');
  await volunteer.hasNot('send-now');
  expect(lost).toBe(2);

  const family = (await persona('周敏')).client.companion;
  await family.confirm({ taskId, thanks: '' });
  await journey.drain();
  const { history, startedAt, finishedAt, minutes } = await family.read({ taskId });
  expect(history.map(({ move }) => move).filter((move) => ['start', 'finish', 'confirm'].includes(move))).toEqual([
    'start',
    'finish',
    'confirm',
  ]);
  expect({ startedAt, finishedAt, minutes }).toEqual({ startedAt: begun, finishedAt: ended, minutes: 50 });
  const { items } = await (await persona('李志强')).client.companion.ledger({ limit: 50 });
  expect(items.filter((line) => line.taskId === taskId)).toMatchObject([{ minutes: 50 }]);

  await volunteer.restart();
  await volunteer.tap('to-ledger');
  await volunteer.sees('50分钟 · 助行 · 王');
});

it('keeps a request that a daughter made without network and sends it once', async () => {
  const daughter = await person('daughter');
  const { companion } = (await persona('周敏')).client;
  const asked = async () =>
    (await companion.mine({ state: 'current', limit: 50 })).items.filter(({ kind }) => kind === 'sendCulture');
  await daughter.tap('ask');
  await daughter.has('kind');

  await daughter.context.setOffline(true);
  await daughter.choose('kind', { value: 'sendCulture' });
  await daughter.tapWords('明天');
  await daughter.tap('choice-10:00-12:00');
  await daughter.tap('send-ask');
  await daughter.sees('还没有发出去', '没有网络，已存在手机里，联网后自动发送。', '着急的话，请打社区电话。');
  expect(await asked()).toEqual([]);

  await daughter.context.setOffline(false);
  await daughter.sees('已经告诉社区了');
  await daughter.hasNot('send-now');
  expect(await asked()).toMatchObject([{ status: 'asked', elderName: '王秀兰' }]);
});

it('shows whom to call without network', async () => {
  const mother = await person('mother');
  // Whom to call has reached her phone with her home page.
  await mother.has('call-worker');
  await mother.context.setOffline(true);
  await mother.tap('sos');
  await mother.sees('按住求助', '120', '急救', '110', '119', '周敏', '水西里社区');
});
