import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { Weapp } from '../support/weapp/weapp.ts';
import { elements, loadWxml } from '../support/weapp/wxml.ts';

const dist = path.resolve(import.meta.dirname, '../../miniapp/dist/weapp');
let weapp: Weapp;
beforeEach(() => {
  weapp = new Weapp(dist).launch();
});

it('starts, shows the first page and opens help on one tap', async () => {
  const home = weapp.open('pages/home/index');
  await home.until((page) => page.find('#sos') !== undefined, 'the SOS entry');
  home.tap('#sos');
  const help = await weapp.arrive('pages/sos/index');
  await help.until((page) => page.find('#call-120') !== undefined, 'the number 120');
  help.tap('#call-120');
  expect(weapp.calls.find(({ name }) => name === 'makePhoneCall')?.argument).toMatchObject({ phoneNumber: '120' });
  help.tap('#back');
  await weapp.arrive('pages/home/index');
  expect(weapp.logs.filter(({ level }) => level === 'error')).toEqual([]);
});

it("gives every tappable node a role and words in WeChat's own element tree", async () => {
  const home = weapp.open('pages/home/index');
  await home.until((page) => page.find('#sos') !== undefined, 'the SOS entry');
  const all = [...elements(loadWxml(dist)(home.route, home.instance.data))];
  const sos = all.find(({ attr }) => attr?.id === 'sos');
  expect(sos?.attr).toMatchObject({ ariaRole: 'button' });
  expect(String(sos?.attr?.ariaLabel)).toContain('紧急求助');
});

it('takes the text size that WeChat asks for', async () => {
  const large = new Weapp(dist, { fontSizeScaleFactor: 1.4 }).launch();
  const home = large.open('pages/home/index');
  await home.until((page) => page.find('.w-page') !== undefined, 'the page');
  expect(home.find('.w-page')).toMatchObject({ st: '--text-scale: 1.4;' });
});
