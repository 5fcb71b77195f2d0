import type { Template } from './templates.ts';

/** One node of a page's data, as Taro sends it: nn name, uid/sid ids, cl class, v text, cn children, p0… attributes. */
export interface Node {
  nn: string;
  sid: string;
  uid?: string;
  cl?: string;
  v?: string;
  cn?: Node[];
}
type Handlers = Record<string, unknown>;
interface Instance extends Handlers {
  data: { root?: Node } & Record<string, unknown>;
}

/** `#id`, `.class`, a tag name, or any test of a node. */
export type Selector = string | Node | ((node: Node) => boolean);

const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/** Applies one setData path, e.g. `root.cn.[0].cl`. */
function setPath(into: Record<string, unknown>, key: string, value: unknown): void {
  const steps = key.match(/[^.[\]]+/g) ?? [];
  let at = into;
  steps.forEach((step, index) => {
    if (index === steps.length - 1) at[step] = value;
    else {
      at[step] ??= /^\d+$/.test(steps[index + 1] ?? '') ? [] : {};
      at = at[step] as Record<string, unknown>;
    }
  });
}

/** One open page of the running bundle: what it shows, and fingers to touch it with. */
export class WeappPage {
  readonly route: string;
  readonly instance: Instance;
  /** Every setData payload, in order. */
  readonly payloads: Record<string, unknown>[] = [];
  private readonly templates: Record<string, Template>;

  constructor(route: string, options: Handlers, query: Record<string, string>, templates: Record<string, Template>) {
    this.route = route;
    this.templates = templates;
    const instance: Instance = Object.assign(Object.create(options) as Handlers, {
      data: copy((options.data as Instance['data'] | undefined) ?? {}),
      route,
      __route__: route,
      is: route,
      options: query,
      setData: (data: Record<string, unknown>, done?: () => void) => {
        const plain = copy(data);
        this.payloads.push(plain);
        for (const key of Object.keys(plain)) setPath(instance.data, key, plain[key]);
        setTimeout(() => done?.call(instance), 0);
      },
      selectComponent: () => null,
      getTabBar: () => null,
      setUpdatePerformanceListener: () => undefined,
    });
    for (const key of Object.keys(options)) {
      const own = options[key];
      if (typeof own === 'function') instance[key] = own.bind(instance);
    }
    this.instance = instance;
  }

  /** Calls a life-cycle function of the page, if it has it. */
  live(name: 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload', argument?: unknown): void {
    const own = this.instance[name];
    if (typeof own === 'function') own.call(this.instance, argument);
  }

  *nodes(from: Node | undefined = this.instance.data.root): Generator<Node> {
    for (const child of from?.cn ?? []) {
      yield child;
      yield* this.nodes(child);
    }
  }

  /** All text below a node, the whole page without one. */
  text(from: Node | undefined = this.instance.data.root): string {
    return (from?.v ?? '') + (from?.cn ?? []).map((child) => this.text(child)).join('');
  }

  find(selector: Selector): Node | undefined {
    if (typeof selector === 'object') return selector;
    const is = (node: Node): boolean => {
      if (typeof selector === 'function') return selector(node);
      if (selector.startsWith('#')) return node.uid === selector.slice(1);
      if (selector.startsWith('.')) return (node.cl ?? '').split(' ').includes(selector.slice(1));
      return this.templates[node.nn]?.tag === selector;
    };
    for (const node of this.nodes()) if (is(node)) return node;
    return undefined;
  }

  private must(selector: Selector): Node {
    const node = this.find(selector);
    if (!node) throw new Error(`no node ${String(selector)} on ${this.route}; it shows: ${this.text()}`);
    return node;
  }

  private above(node: Node): Node[] {
    const walk = (at: Node, trail: Node[]): Node[] | undefined => {
      if (at === node) return trail;
      for (const child of at.cn ?? []) {
        const found = walk(child, [at, ...trail]);
        if (found) return found;
      }
      return undefined;
    };
    const root = this.instance.data.root;
    return (root && walk(root, [])?.filter((one) => one !== root)) ?? [];
  }

  private deliver(type: string, hit: Node, at: Node, detail: Record<string, unknown>): void {
    const place = (node: Node) => ({
      id: node.uid ?? node.sid,
      dataset: { sid: node.sid },
      offsetLeft: 0,
      offsetTop: 0,
    });
    const handle = this.instance.eh as (event: unknown) => void;
    const touches = { touches: [], changedTouches: [], mark: {} };
    handle({ type, timeStamp: 0, target: place(hit), currentTarget: place(at), detail, ...touches });
  }

  /** Fires one native event, e.g. `input` with `{ value }`; refuses where the built template does not bind it. */
  fire(selector: Selector, type: string, detail: Record<string, unknown> = {}): void {
    const node = this.must(selector);
    const template = this.templates[node.nn];
    if (template && !template.events.has(type))
      throw new Error(`<${template.tag}> of ${String(selector)} binds no ${type}`);
    this.deliver(type, node, node, detail);
  }

  /** A finger's tap: hits the first inner node that binds it, then rises as the native layer lets it. */
  tap(selector: Selector): void {
    const node = this.must(selector);
    const binds = (one: Node) => this.templates[one.nn]?.events.has('tap') ?? false;
    const hit = binds(node) ? node : ([...this.nodes(node)].find(binds) ?? node);
    const chain = [hit, ...this.above(hit)].filter(binds);
    if (!chain.length) throw new Error(`nothing at ${String(selector)} binds a tap`);
    for (const one of chain) this.deliver('tap', hit, one, {});
  }

  /** Waits until the page satisfies `ready`; throws with what it shows when it never does. */
  async until(ready: (page: WeappPage) => boolean, what = 'the page', tries = 400): Promise<void> {
    for (let i = 0; i < tries; i++) {
      if (ready(this)) return;
      await new Promise((next) => setTimeout(next, 10));
    }
    throw new Error(`${what} did not come on ${this.route}; it shows: ${this.text()}`);
  }
}
