import fs from 'node:fs';
import path from 'node:path';

/** Holds the WeChat build to the platform's rules (reference: standards.md §2). `node scripts/check-weapp.ts` */
const dist = path.resolve(import.meta.dirname, '../miniapp/dist/weapp');
const apiHost = new URL(process.env.API_BASE ?? 'http://127.0.0.1:8700/api').host;
const mainLimit = 1.5 * 1024 * 1024;
const packageLimit = 2 * 1024 * 1024;
const totalLimit = 20 * 1024 * 1024;

/** Addresses that name a document or a format and are never called. */
const notCalled =
  /^(www\.w3\.org|reactjs\.org|react\.dev|fb\.me|tanstack\.com|json-schema\.org|docs\.taro\.zone|taro-docs\.jd\.com|github\.com|taro\.com)$/;

interface AppJson {
  pages: string[];
  subPackages?: { root: string }[];
  lazyCodeLoading?: string;
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
  sitemapLocation?: string;
}

function* files(at: string): Generator<string> {
  for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
    const full = path.join(at, entry.name);
    if (entry.isDirectory()) yield* files(full);
    else yield full;
  }
}
const read = (file: string): string => fs.readFileSync(path.join(dist, file), 'utf8');
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

if (!fs.existsSync(path.join(dist, 'app.json'))) {
  console.error('check-weapp: no build yet; run `npm run build:weapp` first');
  process.exit(2);
}

const app = JSON.parse(read('app.json')) as AppJson;
const all = [...files(dist)].filter((file) => !file.endsWith('.LICENSE.txt'));
const size = (part: string[]): number => part.reduce((sum, file) => sum + fs.statSync(file).size, 0);
const roots = (app.subPackages ?? []).map(({ root }) => root);
const inRoot = (root: string) => all.filter((file) => file.startsWith(path.join(dist, root) + path.sep));
const main = all.filter((file) => !roots.some((root) => inRoot(root).includes(file)));
const code = all
  .filter((file) => file.endsWith('.js'))
  .map((file) => fs.readFileSync(file, 'utf8'))
  .join('\n');
const sitemap =
  app.sitemapLocation && fs.existsSync(path.join(dist, app.sitemapLocation)) ? read(app.sitemapLocation) : '';

const hosts = new Set([...code.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+(?::\d+)?)/g)].map(([, host = '']) => host));
const strange = [...hosts].filter((host) => host !== apiHost && !notCalled.test(host));
const labels = read('base.wxml').split('aria-label=').length - 1;
const location = [
  'getLocation',
  'chooseLocation',
  'choosePoi',
  'getFuzzyLocation',
  'startLocationUpdate',
  'onLocationChange',
];
// A device call in the bundle is written as Taro leaves it: `.getLocation(`. The list of names in Taro's own table is not a call.
const used = location.filter(
  (name) => new RegExp(`\\.${name}\\(`).test(code) && !app.requiredPrivateInfos?.includes(name),
);

const checks: [what: string, found: string, ok: boolean][] = [
  ['main package, at most 1.5 MB', kb(size(main)), size(main) <= mainLimit],
  ...roots.map((root): [string, string, boolean] => [
    `${root}, at most 2 MB`,
    kb(size(inRoot(root))),
    size(inRoot(root)) <= packageLimit,
  ]),
  ['all packages, at most 20 MB', kb(size(all)), size(all) <= totalLimit],
  ['code is loaded when needed', String(app.lazyCodeLoading), app.lazyCodeLoading === 'requiredComponents'],
  ['privacy check is on', String(app.__usePrivacyCheck__), app.__usePrivacyCheck__ === true],
  [
    'location interfaces in use are declared',
    used.join(' ') || 'none used',
    !used.length && Array.isArray(app.requiredPrivateInfos),
  ],
  [
    'personal pages are kept from search',
    sitemap ? 'disallow *' : 'no sitemap',
    /"disallow"/.test(sitemap) && !/"allow"/.test(sitemap),
  ],
  ['templates carry aria-label', `${labels} times`, labels > 20],
  ['getUserProfile is not used', String(/\.getUserProfile\(/.test(code)), !/\.getUserProfile\(/.test(code)],
  ['no host but the API', strange.join(' ') || apiHost, !strange.length],
  ['no eval', String(/(?<![\w.$])eval\(/.test(code)), !/(?<![\w.$])eval\(/.test(code)],
];

const wide = Math.max(...checks.map(([what]) => what.length));
for (const [what, found, ok] of checks) console.log(`${ok ? 'ok  ' : 'FAIL'}  ${what.padEnd(wide)}  ${found}`);
if (checks.some(([, , ok]) => !ok)) process.exit(1);
