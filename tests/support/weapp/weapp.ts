import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { readTemplates } from './templates.ts';
import { WeappPage } from './weapp-page.ts';
import { type Answer, createWx } from './wx.ts';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}
type Handlers = Record<string, unknown>;

export interface WeappOptions {
  /** Answers that take the place of the stand-in's own, e.g. `request`. */
  wx?: Record<string, Answer>;
  fontSizeScaleFactor?: number;
}

/** Names that a browser or Node has and WeChat's logic layer has not. */
const absent = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'self',
  'frames',
  'localStorage',
  'XMLHttpRequest',
  'WebSocket',
  'fetch',
  'process',
  'Buffer',
  'global',
];
const given = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
];

/**
 * Runs a built `dist/weapp` in a realm that has only what WeChat's logic layer has: the language, timers, a console
 * and `wx`; no code from strings. `launch()` starts the App, `open(route)` a page.
 */
export class Weapp {
  readonly appJson: AppJson;
  readonly logs: { level: string; words: string }[] = [];
  readonly calls: { name: string; argument: unknown }[] = [];
  readonly storage = new Map<string, unknown>();
  readonly stack: WeappPage[] = [];
  private readonly dist: string;
  private readonly context: vm.Context;
  private readonly wx: unknown;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly pages = new Map<string, Handlers>();
  private readonly templates;
  private app: Handlers | undefined;
  private registered: Handlers | undefined;

  constructor(dist: string, { wx = {}, fontSizeScaleFactor = 1 }: WeappOptions = {}) {
    this.dist = dist;
    this.appJson = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
    this.templates = readTemplates(dist);
    const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'group', 'groupEnd', 'time', 'timeEnd'];
    const log =
      (level: string) =>
      (...said: unknown[]) => {
        const words = said.map((one) => (one instanceof Object && 'stack' in one ? String(one.stack) : String(one)));
        this.logs.push({ level, words: words.join(' ') });
      };
    const console = Object.fromEntries(levels.map((level) => [level, log(level)]));
    this.context = vm.createContext(
      { console, setTimeout, clearTimeout, setInterval: this.quietInterval, clearInterval },
      { codeGeneration: { strings: false, wasm: false } },
    );
    // WeChat's Function('…') does not throw: it gives a function that does nothing.
    vm.runInContext(
      '(() => { const F = Function; const N = function Function() { return function () {} }; N.prototype = F.prototype; globalThis.Function = N })()',
      this.context,
    );
    this.wx = this.watched({
      ...createWx({
        storage: this.storage,
        firstPage: this.appJson.pages[0] ?? '',
        open: (route, query) => void this.open(route, query),
        close: (shows) => void this.close(shows),
        depth: () => this.stack.length,
        fontSizeScaleFactor,
      }),
      ...wx,
    });
  }

  /** Intervals of the bundle must not keep the test process alive. */
  private readonly quietInterval = (run: () => void, ms: number) => setInterval(run, ms).unref();

  private watched(answers: Record<string, Answer>): unknown {
    return new Proxy(answers, {
      get: (target, key) => {
        const answer = Reflect.get(target, key) as unknown;
        if (typeof answer !== 'function' || !Object.hasOwn(target, key)) return answer;
        return (argument: Record<string, unknown>, ...more: unknown[]) => {
          this.calls.push({ name: String(key), argument });
          return (answer as (...all: unknown[]) => unknown)(argument, ...more);
        };
      },
    });
  }

  private require(name: string): unknown {
    const file = fs.existsSync(name) ? name : `${name}.js`;
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const wrapper = `(function(${[...given, ...absent].join(',')}){${fs.readFileSync(file, 'utf8')}\n})`;
    const run = vm.runInContext(wrapper, this.context, { filename: path.relative(this.dist, file) }) as (
      ...all: unknown[]
    ) => void;
    const register = (handlers: Handlers) => {
      this.registered = handlers;
    };
    run(
      (other: string) => this.require(path.resolve(path.dirname(file), other)),
      module,
      module.exports,
      this.wx,
      (handlers: Handlers) => {
        this.app = handlers;
      },
      register,
      register,
      (behavior: unknown) => behavior,
      () => this.app,
      () => this.stack.map(({ instance }) => instance),
    );
    return module.exports;
  }

  /** Every page that app.json names, sub-packages included. */
  get routes(): string[] {
    const inPackages = (this.appJson.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((one) => `${root}/${one}`),
    );
    return [...this.appJson.pages, ...inPackages];
  }

  /** Starts the App. */
  launch(): this {
    this.require(path.join(this.dist, 'app.js'));
    if (!this.app) throw new Error('the bundle never called App()');
    const options = { path: this.appJson.pages[0], query: {}, scene: 1001 };
    for (const name of ['onLaunch', 'onShow']) {
      const own = this.app[name];
      if (typeof own === 'function') own.call(this.app, options);
    }
    return this;
  }

  /** Opens a page on top, as `wx.navigateTo` does. */
  open(route: string, query: Record<string, string> = {}): WeappPage {
    if (!this.routes.includes(route)) throw new Error(`app.json has no page ${route}`);
    let handlers = this.pages.get(route);
    if (!handlers) {
      this.registered = undefined;
      this.require(path.join(this.dist, route));
      if (!this.registered) throw new Error(`${route} never called Page()`);
      handlers = this.registered;
      this.pages.set(route, handlers);
    }
    this.stack.at(-1)?.live('onHide');
    const page = new WeappPage(route, handlers, query, this.templates);
    this.stack.push(page);
    page.live('onLoad', query);
    page.live('onShow');
    setTimeout(() => page.live('onReady'), 0);
    return page;
  }

  /** Closes the page on top; the one below is shown again unless another takes its place at once. */
  close(shows = true): void {
    this.stack.pop()?.live('onUnload');
    if (shows) this.stack.at(-1)?.live('onShow');
  }

  get top(): WeappPage {
    const page = this.stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  /** Waits until a page of this route is on top. */
  async arrive(route: string, tries = 400): Promise<WeappPage> {
    for (let i = 0; i < tries && this.stack.at(-1)?.route !== route; i++) {
      await new Promise((next) => setTimeout(next, 10));
    }
    if (this.top.route !== route)
      throw new Error(`expected ${route}, but ${this.top.route} is in front: ${this.top.text()}`);
    return this.top;
  }

  /** What the bundle complained about. */
  get complaints(): string[] {
    return this.logs.filter(({ level }) => level === 'error' || level === 'warn').map(({ words }) => words);
  }
}
