import fs from 'node:fs';
import path from 'node:path';
import type { Weapp } from './weapp.ts';
import { type Element, loadWxml } from './wxml.ts';

const tags: Record<string, string> = {
  'wx-text': 'span',
  'wx-button': 'button',
  'wx-image': 'img',
  'wx-input': 'input',
  'wx-textarea': 'textarea',
  'wx-form': 'form',
  'wx-label': 'label',
};
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: unknown): string => String(text ?? '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function html(node: Element | string): string {
  if (typeof node === 'string') return safe(node);
  const inside = (node.children ?? []).map(html).join('');
  if (node.tag === 'virtual' || node.tag === 'wx-page') return inside;
  const tag = tags[node.tag] ?? 'div';
  const { id, class: className, style, src, placeholder, value } = node.attr ?? {};
  const attributes = Object.entries({ id, class: className, style, src, placeholder, value })
    .filter(([, one]) => one !== undefined && one !== '')
    .map(([name, one]) => ` ${name}="${safe(one)}"`)
    .join('');
  return `<${tag} data-wx="${node.tag}"${attributes}>${/^(img|input)$/.test(tag) ? '' : `${inside}</${tag}>`}`;
}

function wxss(dist: string, file: string): string {
  const full = path.join(dist, file);
  if (!fs.existsSync(full)) return '';
  return fs
    .readFileSync(full, 'utf8')
    .replace(/@import\s+["']([^"']+)["'];?/g, (_all, other: string) =>
      wxss(dist, path.join(path.dirname(file), other)),
    );
}

/** The page in front as a web page for a screenshot: WeChat's own element tree with the built styles. */
export function previewHtml(dist: string, weapp: Weapp): string {
  const { route, instance } = weapp.top;
  const css = (wxss(dist, 'app.wxss') + wxss(dist, `${route}.wxss`)).replace(/(^|[},\s])page(?=[\s,{])/g, '$1body');
  const ground = 'body{margin:0}[data-wx=wx-view]{display:block}[data-wx=wx-image]{object-fit:contain}';
  return `<!DOCTYPE html><meta charset="utf-8"><style>${ground}${css}</style>${html(loadWxml(dist)(route, instance.data))}`;
}
