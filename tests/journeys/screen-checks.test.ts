import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser, phones } from '../support/browser.ts';
import * as checks from '../support/screen-checks.ts';

// The checks are checked: each finds the fault that was planted for it, and nothing on a page without faults.
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: phones.usual });
});
afterAll(() => browser.close());
beforeEach(() => page.goto('about:blank'));

const show = (body: string) =>
  page.setContent(`<!DOCTYPE html><html lang="zh-CN"><head><title>试</title><meta name="viewport" content="width=device-width">
    <style>body{margin:0;font:20px/1.5 sans-serif;background:#fff;color:#111}button{font:inherit;width:200px;height:64px;display:block;margin:16px;background:#fff;color:#111}</style>
    </head><body><main><h1>试</h1>${body}</main></body></html>`);

const planted: [name: string, check: (on: Page) => Promise<string[]>, body: string, says: RegExp][] = [
  ['small text', (on) => checks.smallText(on, 18), '<p style="font-size:17px">小字</p>', /17 px.*小字/],
  ['small text typed', (on) => checks.smallText(on, 18), '<input aria-label="名" style="font-size:12px">', /12 px/],
  ['tight lines', checks.tightLines, `<p style="line-height:1.1">${'很长的话'.repeat(20)}</p>`, /line spacing 1\.10/],
  [
    'small target',
    (on) => checks.smallTargets(on, 60),
    '<button style="height:44px">点</button>',
    /200×44 is under 60.*点/,
  ],
  [
    'clipped target',
    (on) => checks.smallTargets(on, 60),
    '<div style="height:40px;overflow:hidden"><button style="margin:0">点</button></div>',
    /200×40/,
  ],
  [
    'covered target',
    (on) => checks.smallTargets(on, 60),
    '<div style="position:relative"><button>点</button><div style="position:absolute;inset:0">盖</div></div>',
    /covered/,
  ],
  [
    'close targets',
    checks.closeTargets,
    '<button style="margin:0">一</button><button style="margin:4px 0 0">二</button>',
    /4 px between.*一.*二/,
  ],
  ['sideways scroll', checks.sidewaysScroll, '<div style="width:600px">宽</div>', /scrolls to 600/],
  [
    'cut text',
    checks.cutText,
    '<div style="width:60px;overflow:hidden;white-space:nowrap">很长很长的一句话</div>',
    /cut at the side/,
  ],
  ['two main acts', checks.mainActs, '<button data-primary>一</button><button data-primary>二</button>', /2 main acts/],
  ['no SOS', checks.missingSos, '<p>没有</p>', /no SOS/],
  [
    'SOS out of sight',
    checks.missingSos,
    '<div style="height:3000px"></div><button id="sos">求助</button>',
    /out of sight/,
  ],
  ['a mark of WeChat', checks.wrongMarks, '<div aria-role="button">点</div>', /not on the web/],
  ['pale text', checks.axeFaults, '<p style="color:#999">看不清</p>', /color-contrast/],
  ['pale single character', checks.axeFaults, '<p style="color:#bbb">返</p>', /color-contrast.*undecided/],
  ['unnamed button', checks.axeFaults, '<button></button>', /button-name/],
  [
    'a name without its words',
    checks.axeFaults,
    '<button aria-label="别的">提交</button>',
    /label-content-name-mismatch/,
  ],
];
it.each(planted)('finds %s', async (_name, check, body, says) => {
  await show(body);
  expect((await check(page)).join('\n')).toMatch(says);
});

it('finds a tappable node that is no button, by its handler', async () => {
  await show('<div id="root" style="width:30px;height:30px">点</div>');
  await page.evaluate(`document.getElementById('root')['__reactProps$x'] = { onClick() {} }`);
  expect(await checks.smallTargets(page, 44)).toEqual([expect.stringMatching(/30×30/)]);
});

it('finds nothing on a sound page', async () => {
  await show('<p>请选择一项服务。</p><button data-primary>提交</button><button id="sos">紧急求助</button>');
  expect(await checks.screenFaults(page, checks.residentRules)).toEqual([]);
});
