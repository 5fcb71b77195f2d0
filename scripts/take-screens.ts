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

/** One picture: whose phone or desk, which page of the mini-program (none: where signing in leads), and its name. */
const shots: { as: string; name: string; page?: string; size?: typeof phone }[] = [
  { as: 'mother', name: 'resident-home' },
  { as: 'mother', name: 'resident-ask', page: 'packages/resident/ask/index' },
  { as: 'mother', name: 'help', page: 'pages/help/index' },
  { as: 'daughter', name: 'family-home' },
  { as: 'volunteer', name: 'volunteer-home' },
  { as: 'worker', name: 'worker-home' },
  { as: 'worker', name: 'worker-elders', page: 'packages/worker/elders/index' },
  { as: 'office', name: 'office-board', size: desk },
  { as: 'office', name: 'office-board-phone' },
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

async function take(browser: Browser, url: string, { as, name, page: wanted, size = phone }: (typeof shots)[number]) {
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
  await page.screenshot({ path: path.join(out, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
  await context.close();
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wubian-screens-'));
mkdirSync(out, { recursive: true });
const program = await startProgram(dataDir);
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: flags });
try {
  for (const shot of shots) await take(browser, program.url, shot);
} finally {
  await browser.close();
  program.stop();
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
}
