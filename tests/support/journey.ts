import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { openApp, type SignedIn } from './app.ts';
import { launchBrowser, phones } from './browser.ts';
import { builtFolder } from './built.ts';

/** A Wednesday morning: both halves of the day lie ahead, and no test depends on when it runs. */
const usualStart = '2026-05-06T08:30:00+08:00';
const patience = 20_000;

interface Size {
  width: number;
  height: number;
}

/** Keys of the demo's identities, as the sign-in page lists them. */
export type PersonaKey =
  | 'mother'
  | 'daughter'
  | 'volunteer'
  | 'trainedVolunteer'
  | 'worker'
  | 'head'
  | 'office'
  | 'viewer';

/** The words of a node as a reader sees them; hidden ones are left out, lines stay lines. */
export const inSight = (node: Locator): Promise<string> => node.innerText();

/**
 * Taps what is in front. While one page gives way to the next, the found node may belong to the one that goes; then it
 * is looked up anew, which a single long try would not do.
 */
async function tapped(target: Locator): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await target.tap({ timeout: 2_000 });
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}

/** Someone with a phone of her own: a browser context that shares nothing with the others. She only taps and types. */
export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every tap, for promises like "at most three taps". */
  taps = 0;

  constructor(page: Page) {
    this.page = page;
    this.context = page.context();
  }

  /** The node with this id on the page in front; earlier pages stay in the document, hidden. */
  at(id: string): Locator {
    return this.page.locator(`[id="${id}"]:visible`).last();
  }

  async tap(id: string): Promise<void> {
    this.taps += 1;
    await this.within(`no "${id}" to tap`, () => tapped(this.at(id)));
  }

  /** Taps the visible words themselves, for targets that carry no id. */
  async tapWords(words: string): Promise<void> {
    this.taps += 1;
    const target = this.page.getByText(words, { exact: true }).filter({ visible: true }).first();
    await this.within(`no words "${words}" to tap`, () => tapped(target));
  }

  async type(id: string, words: string): Promise<void> {
    await this.within(`no "${id}" to type in`, () => this.at(id).fill(words));
  }

  async choose(id: string, label: string | { value: string }): Promise<void> {
    const wanted = typeof label === 'string' ? { label } : label;
    await this.within(`no "${id}" to choose in`, () =>
      this.at(id)
        .selectOption(wanted)
        .then(() => undefined),
    );
  }

  /** All words in sight on the page in front. */
  text(): Promise<string> {
    return inSight(this.page.locator('body'));
  }

  /** Waits until all these words are in sight. */
  async sees(...wanted: (string | RegExp)[]): Promise<void> {
    const missing = async () => {
      const text = await this.text();
      const lacks = wanted.filter((words) => !(typeof words === 'string' ? text.includes(words) : words.test(text)));
      return lacks.length ? `misses ${lacks.join(' | ')}; she sees:\n${text}` : '';
    };
    const until = performance.now() + patience;
    let trouble = await missing();
    while (trouble && performance.now() < until) {
      await new Promise((next) => setTimeout(next, 100));
      trouble = await missing();
    }
    if (trouble) throw new Error(trouble);
  }

  /** Call after `sees`, when the page stands. */
  async seesNot(...unwanted: string[]): Promise<void> {
    const text = await this.text();
    for (const words of unwanted) expect(text).not.toContain(words);
  }

  async has(id: string): Promise<void> {
    await this.within(`no "${id}"`, () => this.at(id).waitFor());
  }

  async hasNot(id: string): Promise<void> {
    await this.within(`"${id}" is still there`, () => this.at(id).waitFor({ state: 'hidden' }));
  }

  /** The program started anew at its first page, as when its icon is tapped: nothing in memory, the storage kept. */
  async restart(): Promise<void> {
    await this.page.goto(new URL('/', this.page.url()).href);
    await this.page.reload();
  }

  private async within(trouble: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n').slice(0, 12).join('\n') : String(error);
      throw new Error(`${trouble}; she sees:\n${await this.text()}\n\n${why}`);
    }
  }
}

/**
 * The whole program on the demo street in one process, and people with browsers who use it. All clocks stand at the
 * same instant until `forward` moves them together. Call once per file, at its top.
 */
export async function openJourney(start = usualStart) {
  builtFolder('h5');
  const app = await openApp(start);
  const browser: Browser = await launchBrowser();
  afterAll(() => browser.close());

  const contexts = new Set<BrowserContext>();
  afterEach(async () => {
    for (const context of [...contexts]) await context.close();
  });
  const faults: string[] = [];
  afterEach(() => expect(faults.splice(0), 'errors in the pages').toEqual([]));

  /** Someone who has just opened the program, with what her phone kept from before. */
  async function newcomer(viewport: Size = phones.usual, kept: Record<string, string> = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    contexts.add(context);
    context.on('close', () => contexts.delete(context));
    context.setDefaultTimeout(patience);
    await context.clock.setFixedTime(app.clock());
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
    if (Object.keys(kept).length) {
      await page.goto(`${app.url}/healthz`);
      await page.evaluate((entries) => Object.assign(localStorage, entries), kept);
    }
    await page.goto(`${app.url}/`);
    return new Person(page);
  }

  /** Someone of the demo street who signed in by tapping her name. */
  async function person(key: PersonaKey, viewport?: Size): Promise<Person> {
    const she = await newcomer(viewport);
    await she.tap('sign-in');
    await she.tap(`persona-${key}`);
    await she.hasNot(`persona-${key}`);
    she.taps = 0;
    return she;
  }

  /** Someone signed in by other means than taps, for journeys that begin later. */
  async function signedIn({ token, client }: SignedIn, viewport?: Size): Promise<Person> {
    const me = await client.accounts.me();
    const session = { token, owner: `${me.accountId}/${me.active?.id ?? ''}` };
    // As Taro's storage keeps it on the web.
    return newcomer(viewport, { 'wubian/session': JSON.stringify({ data: JSON.stringify(session) }) });
  }

  /** Lets time pass for the server and on every phone, then does what became due. */
  async function forward(ms: number): Promise<void> {
    app.clock.forward(ms);
    for (const context of contexts) await context.clock.setFixedTime(app.clock());
    await app.drain();
  }

  return { ...app, browser, newcomer, person, signedIn, forward };
}

export const minute = 60_000;
export const hour = 60 * minute;
