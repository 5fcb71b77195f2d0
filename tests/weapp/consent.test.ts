import { expect, it } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { pageFor } from '../../server/notices/channels/wechat.ts';
import { openApp } from '../support/app.ts';
import { builtFolder } from '../support/built.ts';
import { requestTo } from '../support/weapp/request.ts';
import { Weapp } from '../support/weapp/weapp.ts';

// The bundle's clock is the phone's own, so the server's stands where the phone's is.
const app = await openApp(systemClock().toISOString(), {
  ...{ WECHAT_APPID: 'wx-test', WECHAT_SECRET: 'secret-of-test', WECHAT_BASE: 'http://127.0.0.1:9' },
  WECHAT_TEMPLATES: 'alarm:TPL-alarm-1:thing1=title,duty:TPL-duty-1:thing1=title',
});

it('asks WeChat with the tap that takes a task, and the server keeps what she said', async () => {
  const asked: unknown[] = [];
  const requestSubscribeMessage = (options: Record<string, unknown>) => {
    asked.push(options.tmplIds);
    const said = { errMsg: 'requestSubscribeMessage:ok', 'TPL-alarm-1': 'accept', 'TPL-duty-1': 'reject' };
    queueMicrotask(() => (options.success as (result: unknown) => void)(said));
  };
  const dist = builtFolder('weapp');
  const weapp = new Weapp(dist, { wx: { request: requestTo(`${app.url}/api`), requestSubscribeMessage } }).launch();
  const first = weapp.open(weapp.routes[0] ?? '');
  await first.until((page) => page.find('#sign-in') !== undefined, 'the way in');
  first.tap('#sign-in');
  const signIn = await weapp.arrive('pages/signIn/index');
  await signIn.until((page) => page.find('#persona-volunteer') !== undefined, 'the demo identities');
  signIn.tap('#persona-volunteer');
  const home = await weapp.arrive('packages/volunteer/home/index');
  await home.until((page) => page.find((node) => node.uid?.startsWith('claim-') ?? false) !== undefined, 'open tasks');
  const { client } = await app.persona('李志强');
  const left = async () => (await client.notices.templates()).items.map((one) => [one.templateId, one.left]);
  expect(await left()).toEqual([
    ['TPL-alarm-1', 0],
    ['TPL-duty-1', 0],
  ]);
  const card = home.find((node) => node.uid?.startsWith('claim-') ?? false);
  home.tap(`#${card!.uid}`);
  await home.until((page) => page.text().includes('接下这一单？'), 'the question');
  expect(asked).toEqual([]);
  home.tap('#dialog-0');
  await weapp.arrive('pages/task/index');
  expect(asked).toEqual([['TPL-alarm-1', 'TPL-duty-1']]);
  await expect.poll(left).toEqual([
    ['TPL-duty-1', 0],
    ['TPL-alarm-1', 1],
  ]);
});

it('has the page that a message leads to', () => {
  const { routes } = new Weapp(builtFolder('weapp'), { wx: {} });
  expect(routes).toContain(pageFor({ incidentId: 'x' }).split('?')[0]);
  expect(routes).toContain(pageFor({ incidentId: null }));
});
