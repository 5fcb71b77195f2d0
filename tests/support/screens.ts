import type { Page } from 'playwright-core';
import type { RouteName } from '../../miniapp/src/routes.ts';
import { routes } from '../../miniapp/src/routes.ts';
import { desktop, phones } from './browser.ts';
import type { Person } from './journey.ts';
import * as checks from './screen-checks.ts';

/** Pages of family and volunteers: the large sizes, without the entry for help of the old person's own pages. */
export const elderMode: checks.ScreenRules = { ...checks.residentRules, sos: false };

/** A page as one role opens it; `after` brings it to a further state, e.g. an open sheet. */
export interface Screen {
  route: RouteName;
  params?: Record<string, string>;
  after?: (she: Person) => Promise<void>;
  /** What must be in sight when it stands; without it: anything but the loading words. */
  shows?: string | RegExp;
}

export const addressOf = ({ route, params = {} }: Screen): string => {
  const query = new URLSearchParams(params).toString();
  return `/#/${routes[route].path}${query ? `?${query}` : ''}`;
};

/** Opens a page as from a link: nothing of earlier pages stays. */
export async function openScreen(she: Person, root: string, screen: Screen): Promise<void> {
  await she.page.goto('about:blank');
  await she.page.goto(`${root}${addressOf(screen)}`);
  await settled(she.page);
  await screen.after?.(she);
  if (screen.after) await settled(she.page);
  if (screen.shows) await she.sees(screen.shows);
}

/** Waits until the page says something and nothing on it loads any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = [...document.querySelectorAll<HTMLElement>('.w-main')].find((one) => one.offsetParent);
    const loads = [...document.querySelectorAll<HTMLElement>('.w-loading')].some((one) => one.offsetParent);
    return main?.textContent && !loads;
  });
  await page.waitForLoadState('networkidle');
}

/** A50: words that are no Chinese, wherever a reader or a screen reader meets them. A key to type in is none of them. */
export const foreignWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const look = (words: string | null, where: string) => {
      // The number of a national or ministry standard is its name: GB/T 42195-2022.
      const said = words?.replace(/\b(?:GB|MZ)\/T [\d-]+/g, '');
      if (said && /[A-Za-z]{2,}|undefined|NaN/.test(said))
        found.add(`not Chinese in ${where}: ${said.trim().slice(0, 60)}`);
    };
    look(document.title, 'the title');
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (/^(SCRIPT|STYLE)$/.test(one.tagName) || one.id === 'factor-key') continue;
      if (one.tagName !== 'OPTION' && !one.checkVisibility()) continue;
      for (const child of one.childNodes) if (child.nodeType === Node.TEXT_NODE) look(child.textContent, 'the text');
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) look(one.getAttribute(name), name);
    }
    return [...found];
  });

const scaleTo = (page: Page, factor: number): Promise<void> =>
  page.evaluate((scale) => {
    for (const one of document.querySelectorAll<HTMLElement>('.w-page'))
      one.style.setProperty('--text-scale', String(scale));
  }, factor);

const at = (where: string) => (fault: string) => `${where}: ${fault}`;

/**
 * Everything that can be said of the open page without a person, at every width: the whole list at the usual phone, what
 * depends on the width at the narrow and the broad one and with text half as large again, the whole list again on a
 * desktop where the page is made for one.
 */
export async function faultsOf(page: Page, rules: checks.ScreenRules, onDesktop = false): Promise<string[]> {
  const faults: string[] = [];
  const cheap = async (where: string) => {
    const { smallText, smallTargets, sidewaysScroll, cutText, missingSos } = checks;
    faults.push(...(await smallText(page, rules.text)).map(at(where)));
    faults.push(...(await smallTargets(page, rules.target)).map(at(where)));
    faults.push(...(await sidewaysScroll(page)).map(at(where)), ...(await cutText(page)).map(at(where)));
    if (rules.sos) faults.push(...(await missingSos(page)).map(at(where)));
  };
  faults.push(...(await checks.screenFaults(page, rules)).map(at('375')), ...(await foreignWords(page)));
  for (const [where, size] of [
    ['320', phones.narrow],
    ['414', phones.broad],
  ] as const) {
    await page.setViewportSize(size);
    await cheap(where);
  }
  await page.setViewportSize(phones.narrow);
  await scaleTo(page, 1.5);
  await cheap('320, text 1.5');
  await scaleTo(page, 1);
  if (onDesktop) {
    await page.setViewportSize(desktop);
    faults.push(...(await checks.screenFaults(page, rules)).map(at('1280')));
  }
  await page.setViewportSize(phones.usual);
  return faults;
}
