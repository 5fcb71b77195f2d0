import fs from 'node:fs';
import path from 'node:path';

/** What a built template draws for one node name: the native tag and the events it binds. */
export interface Template {
  tag: string;
  events: ReadonlySet<string>;
}

/** Reads `base.wxml` of a Taro build: node name (`nn`) → template. */
export function readTemplates(dist: string): Record<string, Template> {
  const base = fs.readFileSync(path.join(dist, 'base.wxml'), 'utf8');
  const found: Record<string, Template> = {};
  for (const [, name = '', tag = '', attributes = ''] of base.matchAll(
    /<template name="tmpl_0_(\w+)">\s*<([\w-]+)([^>]*)>/g,
  )) {
    found[name] ??= {
      tag,
      events: new Set([...attributes.matchAll(/\b(?:bind|catch)(\w+)="eh"/g)].map(([, event = '']) => event)),
    };
  }
  // input and textarea choose between a focused and a blurred template
  for (const [name, { tag }] of Object.entries(found)) {
    const blurred = found[`${name}_blur`];
    if (tag === 'template' && blurred) found[name] = blurred;
  }
  return found;
}
