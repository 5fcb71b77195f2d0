import { beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { openApp } from '../support/app.ts';
import { builtFolder } from '../support/built.ts';
import { requestTo } from '../support/weapp/request.ts';
import { Weapp } from '../support/weapp/weapp.ts';
import type { WeappPage } from '../support/weapp/weapp-page.ts';
import { elements, loadWxml } from '../support/weapp/wxml.ts';

// The bundle's clock is the phone's own, so the server's stands where the phone's is.
const app = await openApp(systemClock().toISOString());
const dist = builtFolder('weapp');
const draw = loadWxml(dist);

let weapp: Weapp;
beforeEach(() => {
  weapp = new Weapp(dist, { wx: { request: requestTo(`${app.url}/api`) } }).launch();
});

const shows = (page: WeappPage, ...words: string[]) =>
  page.until((one) => words.every((word) => one.text().includes(word)), words.join());

/** Starts at the first page and signs in by tapping a name of the demo. */
async function enter(persona: string, home: string): Promise<WeappPage> {
  const first = weapp.open(weapp.routes[0] ?? '');
  await first.until((page) => page.find('#sign-in') !== undefined, 'the way in');
  first.tap('#sign-in');
  const signIn = await weapp.arrive('pages/signIn/index');
  await signIn.until((page) => page.find(`#persona-${persona}`) !== undefined, 'the demo identities');
  signIn.tap(`#persona-${persona}`);
  return weapp.arrive(home);
}

it('lists open tasks, and a tap on 接单 with its confirmation claims one in the database', async () => {
  const home = await enter('volunteer', 'packages/volunteer/home/index');
  await home.until((page) => page.find((node) => node.uid?.startsWith('claim-') ?? false) !== undefined, 'open tasks');
  const card = home.find((node) => node.uid?.startsWith('claim-') ?? false);
  const taskId = card?.uid?.replace('claim-', '') ?? '';
  expect(home.text(card)).toContain('接单');
  home.tap(`#claim-${taskId}`);
  await shows(home, '接下这一单？');
  home.tap('#dialog-0');

  const task = await weapp.arrive('pages/task/index');
  await shows(task, '已有志愿者接单', '联系电话', '接单成功');
  const known = await (await app.persona('何静')).client.companion.read({ taskId });
  expect(known).toMatchObject({ status: 'claimed', volunteer: { name: '李志强' } });
  expect(weapp.logs.filter(({ level }) => level === 'error')).toEqual([]);
});

it("names the main controls in WeChat's own element tree", async () => {
  const home = await enter('volunteer', 'packages/volunteer/home/index');
  await home.until((page) => page.find((node) => node.uid?.startsWith('claim-') ?? false) !== undefined, 'open tasks');
  const drawn = [...elements(draw(home.route, home.instance.data))];
  const of = (id: string) => drawn.filter(({ attr }) => String(attr?.id ?? '').startsWith(id)).map(({ attr }) => attr);
  for (const id of ['claim-', 'open-']) {
    expect(of(id).length).toBeGreaterThan(0);
    for (const attr of of(id)) {
      expect(attr).toMatchObject({ ariaRole: 'button' });
      expect(String(attr?.ariaLabel)).toMatch(/^(接单|看详情)：.+/);
    }
  }
  expect(of('notices')).toEqual([
    expect.objectContaining({ ariaRole: 'button', ariaLabel: expect.stringContaining('消息') }),
  ]);
});

it('asks an old person for help from her phone', async () => {
  const home = await enter('mother', 'packages/resident/home/index');
  await home.until((page) => page.find('#ask') !== undefined, 'the way to ask');
  home.tap('#ask');
  const ask = await weapp.arrive('packages/resident/ask/index');
  await ask.until((page) => page.find('#kind-sendHealth') !== undefined, 'the kinds');
  ask.tap('#kind-sendHealth');
  const half = (page: WeappPage) => page.find((node) => /^when-.+-(am|pm)$/.test(node.uid ?? ''));
  await ask.until((page) => half(page) !== undefined, 'the half days');
  ask.tap(half(ask) ?? '');
  await ask.until((page) => page.find('.w-choice--on') !== undefined, 'the chosen half day');
  ask.tap('#send-ask');
  await shows(ask, '已经告诉社区了');
  const { items } = await (await app.persona('王秀兰')).client.companion.mine({ state: 'current', limit: 50 });
  expect(items.filter(({ kind }) => kind === 'sendHealth')).toMatchObject([{ status: 'asked' }]);
});
