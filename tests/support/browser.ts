import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium; scripts/setup-machine.sh installs it. `CHROME_PATH` names another one. */
export const chromePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';

/** Starts a browser that touches nothing but the pages it is sent to. Close it with `browser.close()`. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Screens that the checks run at: CSS px. */
export const phones = {
  narrow: { width: 320, height: 640 },
  usual: { width: 375, height: 812 },
  broad: { width: 414, height: 896 },
} as const;
export const desktop = { width: 1280, height: 900 } as const;
