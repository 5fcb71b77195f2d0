import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Takes the screenshots of the READMEs: starts the program on a fresh demo street and visits the main pages as the demo
 * identities. `npm run screens`; needs the web build and Chromium (scripts/setup-machine.sh).
 */
const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'docs/screens');
const phone = { width: 375, height: 812 };
const desk = { width: 1280, height: 800 };
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A node in sight; earlier pages stay in the document, hidden. */
const at = (page: Page, id: string) => page.locator(`[id="${id}"]:visible`).last();
const firstOf = (page: Page, start: string) => page.locator(`[id^="${start}"]:visible`).first();

/** A sheet as a community sends it: one new, one changed, one with wrong cells. All invented. */
const sheet = [
  '姓名,身份证号,社区,小区,楼,门,室,手机号,居住状况',
  '宋玉珍,,水西里,水韵园,9,1,602,13900007001,独自居住',
  '王秀兰,,水西里,水韵园,3,2,501,13800001099,独自居住',
  '张玉兰,12099919410203,水西里,水韵圆,9,1,101,1380000,独居',
].join('\n');

async function importSheet(page: Page): Promise<void> {
  await at(page, 'source').fill('水西里社区月报');
  const chooser = page.waitForEvent('filechooser');
  await at(page, 'choose-sheet').click();
  await (await chooser).setFiles({ name: '水西里老人名单.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  await at(page, 'check').click({ timeout: 60_000 });
  await at(page, 'verdict-refused').click({ timeout: 60_000 });
}

async function callForHelp(page: Page): Promise<void> {
  await at(page, 'tap-instead').click();
  await at(page, 'dialog-0').click();
  await page.getByText('已收到').filter({ visible: true }).first().waitFor();
}

/** One picture: whose phone or desk, which page of the mini-program (none: where signing in leads), and its name. */
interface Shot {
  as: string;
  name: string;
  page?: string;
  size?: typeof phone;
  /** What is done on the page before the picture. */
  act?: (page: Page) => Promise<void>;
}
const shots: Shot[] = [
  { as: 'mother', name: 'resident-home' },
  { as: 'mother', name: 'resident-ask', page: 'packages/resident/ask/index' },
  { as: 'mother', name: 'help', page: 'pages/help/index' },
  { as: 'daughter', name: 'family-home' },
  { as: 'volunteer', name: 'volunteer-home' },
  { as: 'worker', name: 'worker-home' },
  { as: 'worker', name: 'worker-elders', page: 'packages/worker/elders/index' },
  { as: 'office', name: 'office-board', size: desk },
  { as: 'office', name: 'office-board-phone' },
  {
    as: 'worker',
    name: 'dossier',
    page: 'packages/worker/elders/index?q=wxl',
    act: (page) => page.getByText('王秀兰').filter({ visible: true }).first().click(),
  },
  {
    as: 'office',
    name: 'registry-desk',
    page: 'packages/worker/elders/index?risk=red',
    size: desk,
    act: (page) => page.locator('.w-desk-name:visible').first().click(),
  },
  { as: 'office', name: 'import-preview', page: 'packages/office/imports/index', size: desk, act: importSheet },
  {
    as: 'office',
    name: 'duplicate-pair',
    page: 'packages/office/duplicates/index',
    size: desk,
    act: (page) => firstOf(page, 'pair-').click(),
  },
  { as: 'office', name: 'data-quality', page: 'packages/office/quality/index', size: desk },
  { as: 'mother', name: 'sos', page: 'pages/sos/index' },
  { as: 'mother', name: 'sos-coming', page: 'pages/sos/index', act: callForHelp },
  { as: 'worker', name: 'duty-desk', page: 'packages/worker/desk/index', size: desk },
  {
    as: 'worker',
    name: 'duty-call',
    page: 'packages/worker/desk/index',
    act: (page) => page.getByText('王秀兰').filter({ visible: true }).first().click(),
  },
  { as: 'office', name: 'roster', page: 'packages/office/roster/index', size: desk },
];

function startProgram(dataDir: string): Promise<{ url: string; stop: () => void }> {
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}\n${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (url) resolve({ url, stop: () => child.kill('SIGTERM') });
    });
  });
}

/** Nothing is on its way and no page says that it is loading. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page
    .waitForFunction(() => !document.body.innerText.includes('正在'), undefined, { timeout: 10_000 })
    .catch(() => {});
  await page.waitForTimeout(500);
}

async function take(browser: Browser, url: string, { as, name, page: wanted, size = phone, act }: Shot) {
  const context = await browser.newContext({ viewport: size, hasTouch: size === phone, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(`${url}/#/pages/signIn/index`);
  await page.locator(`[id="persona-${as}"]:visible`).click();
  await page.waitForFunction(() => !location.hash.includes('signIn'));
  await settled(page);
  if (wanted) {
    await page.goto(`${url}/#/${wanted}`);
    await settled(page);
  }
  if (act) {
    await act(page);
    await settled(page);
  }
  await page.screenshot({ path: path.join(out, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
  await context.close();
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wubian-screens-'));
mkdirSync(out, { recursive: true });
const program = await startProgram(dataDir);
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: flags });
try {
  // Names on the command line take only these.
  const wanted = process.argv.slice(2);
  for (const shot of shots.filter(({ name }) => !wanted.length || wanted.includes(name)))
    await take(browser, program.url, shot);
} finally {
  await browser.close();
  program.stop();
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
}
