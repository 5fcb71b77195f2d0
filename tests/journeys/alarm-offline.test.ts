import { expect, it } from 'vitest';
import { newId } from '../../server/store/ids.ts';
import { openJourney } from '../support/journey.ts';
import { screenFaults } from '../support/screen-checks.ts';
import { elderMode } from '../support/screens.ts';

const journey = await openJourney();
const { person, persona } = journey;

const mother = (await persona('王秀兰')).client;
const incidents = async () => (await mother.response.myIncidents()).items;

it('keeps a call made without network, shows whom to ring, and sends it once over a restart', async () => {
  const elder = await person('mother');
  // Whom to ring has reached her phone with her first page.
  await elder.has('call-worker');
  await elder.context.setOffline(true);
  await elder.tap('sos');
  await elder.tap('tap-instead');
  await elder.tap('dialog-0');
  await elder.sees('没有网络，还没发出去', '请直接打电话。', '手机会一直试', '120 急救', '周敏', '刘芳');
  await elder.seesNot('已收到');
  expect(await screenFaults(elder.page, elderMode)).toEqual([]);
  expect(await incidents()).toEqual([]);

  // The program comes from the phone in WeChat; here its files may load, but the server cannot be reached.
  await elder.context.route('**/api/**', (route) => route.abort());
  await elder.context.setOffline(false);
  await elder.restart();
  await elder.sees('还没收到回音', '请直接打电话。', '120 急救', '周敏');
  expect(await incidents()).toEqual([]);

  // The first answer is lost on its way back, so the same call is handed in twice.
  let tries = 0;
  await elder.context.unroute('**/api/**');
  await elder.context.route('**/api/sos', async (route) => {
    if (tries++) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await elder.sees('已收到', '已通知当班的人');
  expect(tries).toBeGreaterThan(1);
  const stored = await incidents();
  expect(stored).toHaveLength(1);
  const { history } = await mother.response.incident({ incidentId: stored[0]?.id ?? '' });
  expect(history.filter(({ move }) => move === 'raise' || move === 'pressAgain')).toHaveLength(1);
});

it('says after five seconds without an answer that it is not sent, and whom to ring', async () => {
  const elder = await person('mother');
  const stored = (await incidents())[0]?.id ?? '';
  const worker = (await persona('刘芳')).client.response;
  const id = () => newId(journey.clock());
  await worker.act({ incidentId: stored, id: id(), move: 'acknowledge' });
  await worker.act({
    incidentId: stored,
    id: id(),
    move: 'falseAlarm',
    proof: 'spoke',
    proofBy: '刘芳',
    cause: 'test',
  });
  await elder.tap('sos');
  await elder.has('hold');
  let answer: () => void = () => undefined;
  const held = new Promise<void>((go) => {
    answer = go;
  });
  await elder.context.route('**/api/sos', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await elder.tap('tap-instead');
  await elder.tap('dialog-0');
  await elder.sees('正在发出');
  await elder.seesNot('已收到');
  await elder.sees('网络慢，还没收到回音', '请直接打电话。', '120 急救');
  answer();
  await elder.sees('已收到');
});
