import { createRequire } from 'node:module';
import path from 'node:path';

/** One native element as WeChat's own compiler draws it. */
export interface Element {
  tag: string;
  attr?: Record<string, unknown>;
  children?: (Element | string)[];
}
interface Compiler {
  wxmlToJs(dist: string): string;
}

/**
 * Compiles the templates of a build with WeChat's own wcc and gives the function from (page, data) to elements.
 * The compiled text is a script for a web view; it gets the few globals it looks for.
 */
export function loadWxml(dist: string): (route: string, data: unknown) => Element {
  const compiler = createRequire(import.meta.url)('miniprogram-compiler') as Compiler;
  const script = compiler.wxmlToJs(path.resolve(dist));
  const view = Object.assign(globalThis, { __webview_engine_version__: 0.02 }) as Record<string, unknown>;
  view.window ??= globalThis;
  const pages = new Function(script)() as (page: string) => (data: unknown) => Element;
  return (route, data) => pages(`${route}.wxml`)(data);
}

/** Every element of a tree, depth first. */
export function* elements(from: Element | string): Generator<Element> {
  if (typeof from === 'string') return;
  yield from;
  for (const child of from.children ?? []) yield* elements(child);
}
