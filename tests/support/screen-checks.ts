import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/**
 * The checks of elder-first screens that need no person (standards.md §1.4), over one open page.
 * Each gives the faults as sentences; an empty list is a pass: `expect(await smallText(page, 18)).toEqual([])`.
 */

/** Runs before each probe: what is visible, what can be tapped, and how to name it. */
const helpers = `
  const seen = (el) => {
    for (let at = el; at && at !== document.documentElement; at = at.parentElement) {
      const s = getComputedStyle(at);
      if (s.display === 'none' || s.visibility === 'hidden' || s.opacity === '0') return false;
    }
    const r = el.getBoundingClientRect();
    return r.width > 1 && r.height > 1;
  };
  const named = (el) => {
    const words = (el.getAttribute('aria-label') || el.textContent || el.id || '').trim().replace(/\\s+/g, ' ').slice(0, 24);
    return '<' + el.tagName.toLowerCase() + (el.id ? '#' + el.id : '') + '> ' + words;
  };
  // React keeps its handlers on the element under __reactProps$…; Taro's own nodes record theirs in __events.
  const handles = (el) => {
    const key = Object.keys(el).find((k) => k.startsWith('__reactProps$'));
    const own = el.__events || {};
    return (key && el[key] && el[key].onClick) || own.click || own.tap || own.touchend;
  };
  // While a sheet asks something, the page behind it is out of reach on purpose.
  const sheet = () => [...document.querySelectorAll('[role=dialog][aria-modal=true]')].find(seen);
  const tappable = () => [...(sheet() || document).querySelectorAll('*')].filter((el) =>
    (el.matches('button, a[href], input:not([type=hidden]), textarea, select, [role=button], [role=radio], [role=checkbox], [role=link]') || handles(el))
    && seen(el));
  const textNodes = function* () {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) {
      const el = n.parentElement;
      if (n.textContent.trim() && el && !el.closest('script, style, option') && seen(el)) yield [n, el];
    }
  };
`;
const probe = (page: Page, body: string): Promise<string[]> => page.evaluate(`(() => { ${helpers} ${body} })()`);

/** A1, A3: text, and what is typed, smaller than `least` px. */
export const smallText = (page: Page, least: number): Promise<string[]> =>
  probe(
    page,
    `const bad = new Set();
     const look = (el, words) => {
       const px = parseFloat(getComputedStyle(el).fontSize);
       if (px < ${least} - 0.01) bad.add(px + ' px is under ${least}: ' + words);
     };
     for (const [node, el] of textNodes()) look(el, node.textContent.trim().slice(0, 24));
     for (const el of document.querySelectorAll('input, textarea, select')) if (seen(el)) look(el, named(el));
     return [...bad];`,
  );

/** A6: line spacing under 1.3 in text of more than one line. */
export const tightLines = (page: Page): Promise<string[]> =>
  probe(
    page,
    `const bad = [];
     for (const [node, el] of textNodes()) {
       const s = getComputedStyle(el), ratio = parseFloat(s.lineHeight) / parseFloat(s.fontSize);
       const range = document.createRange(); range.selectNodeContents(node);
       if (range.getClientRects().length > 1 && ratio < 1.29) bad.push('line spacing ' + ratio.toFixed(2) + ': ' + named(el));
     }
     return bad;`,
  );

/**
 * A12, A13: targets whose hit area is under `least` px. The area is the rect after scrolling into view, clipped by
 * what hides it; the middle and four inset corners must really hit the target.
 */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  probe(
    page,
    `const bad = [];
     const back = [window.scrollX, window.scrollY];
     for (const el of tappable()) {
       // A node that only lets a tap rise from a target inside it is no target of its own.
       if (!el.matches('button, a, input, textarea, select, [role]') && el.querySelector('button, a, input, textarea, select')) continue;
       el.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
       const r = el.getBoundingClientRect();
       let [l, t, right, b] = [Math.max(0, r.left), Math.max(0, r.top), Math.min(innerWidth, r.right), Math.min(innerHeight, r.bottom)];
       // What is fixed to the screen is not clipped by the boxes it stands in.
       for (let down = el, up = el.parentElement; up && up !== document.body; down = up, up = up.parentElement) {
         if (getComputedStyle(down).position === 'fixed') break;
         if (getComputedStyle(up).overflow === 'visible') continue;
         const c = up.getBoundingClientRect();
         [l, t, right, b] = [Math.max(l, c.left), Math.max(t, c.top), Math.min(right, c.right), Math.min(b, c.bottom)];
       }
       const [w, h] = [right - l, b - t];
       if (w < ${least} - 0.5 || h < ${least} - 0.5) { bad.push(Math.round(w) + '×' + Math.round(h) + ' is under ${least}: ' + named(el)); continue; }
       // The corners of a pill are round: its hit area begins a little further in.
       const inset = Math.max(6, 0.15 * Math.min(w, h)), spots = [[l + w / 2, t + h / 2], [l + inset, t + inset], [right - inset, t + inset], [l + inset, b - inset], [right - inset, b - inset]];
       const lost = spots.filter(([x, y]) => { const hit = document.elementFromPoint(x, y); return !hit || !(hit === el || el.contains(hit)); });
       if (lost.length) bad.push('covered at ' + lost.length + ' of 5 points: ' + named(el));
     }
     window.scrollTo(...back);
     return bad;`,
  );

/** A16: separate targets nearer than `least` px to each other. Rows of one list (class w-item) share their edge. */
export const closeTargets = (page: Page, least = 8): Promise<string[]> =>
  probe(
    page,
    `const bad = [];
     const fixed = (el) => { for (let at = el; at; at = at.parentElement) if (getComputedStyle(at).position === 'fixed') return true; return false; };
     const all = tappable().filter((el) => el.matches('button, a, input, textarea, select, [role]')).map((el) => [el, el.getBoundingClientRect(), fixed(el)]);
     for (let i = 0; i < all.length; i++) for (let j = i + 1; j < all.length; j++) {
       const [a, ra, fa] = all[i], [b, rb, fb] = all[j];
       if (fa !== fb || a.contains(b) || b.contains(a)) continue;
       if (a.classList.contains('w-item') && b.classList.contains('w-item')) continue;
       const dx = Math.max(0, ra.left - rb.right, rb.left - ra.right), dy = Math.max(0, ra.top - rb.bottom, rb.top - ra.bottom);
       const apart = Math.hypot(dx, dy);
       if (apart < ${least} - 0.5) bad.push(apart.toFixed(0) + ' px between ' + named(a) + ' and ' + named(b));
     }
     return bad;`,
  );

/** A30: the page is wider than the screen. */
export const sidewaysScroll = (page: Page): Promise<string[]> =>
  probe(
    page,
    `const root = document.documentElement, wide = Math.max(root.scrollWidth, document.body.scrollWidth);
     if (wide <= innerWidth) return [];
     const guilty = [...document.querySelectorAll('body *')].filter((el) => seen(el) && el.getBoundingClientRect().right > innerWidth + 0.5);
     return ['scrolls to ' + wide + ' of ' + innerWidth + ' px, e.g. ' + (guilty.length ? named(guilty[guilty.length - 1]) : 'unknown')];`,
  );

/** A29: text cut off by its own box: ellipsis, or content larger than a box that hides it. */
export const cutText = (page: Page): Promise<string[]> =>
  probe(
    page,
    `const bad = new Set();
     for (const [, el] of textNodes()) for (let at = el; at && at !== document.body; at = at.parentElement) {
       const s = getComputedStyle(at);
       if (s.textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth) bad.add('ends in …: ' + named(at));
       if (/hidden|clip/.test(s.overflowX) && at.clientWidth > 1 && at.scrollWidth > at.clientWidth + 1) bad.add('cut at the side: ' + named(at));
       if (/hidden|clip/.test(s.overflowY) && at.clientHeight > 1 && at.scrollHeight > at.clientHeight + 1) bad.add('cut below: ' + named(at));
     }
     return [...bad];`,
  );

/** A47: not exactly one main act, of the open sheet if there is one. `most` may be 0 on pages that only show. */
export const mainActs = (page: Page, most: 0 | 1 = 1): Promise<string[]> =>
  probe(
    page,
    `const found = [...(sheet() || document).querySelectorAll('[data-primary]')].filter(seen);
     return found.length > ${most} ? [found.length + ' main acts: ' + found.map(named).join(', ')] : [];`,
  );

/** A48: no SOS entry that one tap reaches without scrolling. An open sheet is closed first. */
export const missingSos = (page: Page): Promise<string[]> =>
  probe(
    page,
    `if (sheet()) return [];
     const sos = [...document.querySelectorAll('#sos')].find(seen);
     if (!sos) return ['no SOS entry on this page'];
     const r = sos.getBoundingClientRect(), hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
     return hit && sos.contains(hit) ? [] : ['the SOS entry is out of sight or covered'];`,
  );

/** A10 of §1.3: WeChat's `aria-role` must not reach the web; A42: no password field. */
export const wrongMarks = (page: Page): Promise<string[]> =>
  probe(
    page,
    `return [...document.querySelectorAll('[aria-role], input[type=password]')].map((el) => 'not on the web: ' + named(el));`,
  );

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeRule {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * A8, A9, A15, A33, A37, A39, A51: axe with WCAG 2.2 A and AA, the enhanced contrast, target-size and the rule that a
 * name contains the visible words. A contrast that axe could not decide counts as a fault. An open sheet is judged alone.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations, incomplete } =
    (await page.evaluate(`axe.run(document.querySelector('[role=dialog][aria-modal=true]') || document, {
    resultTypes: ['violations', 'incomplete'],
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: {
      'color-contrast-enhanced': { enabled: true },
      'target-size': { enabled: true },
      'label-content-name-mismatch': { enabled: true },
      'css-orientation-lock': { enabled: true },
    },
  })`)) as { violations: AxeRule[]; incomplete: AxeRule[] };
  const undecided = incomplete.filter(({ id }) => id.startsWith('color-contrast'));
  const say = (how: string) => (rule: AxeRule) =>
    rule.nodes.map(({ html }) => `${rule.id} (${rule.help})${how}: ${html.slice(0, 160)}`);
  return [...violations.flatMap(say('')), ...undecided.flatMap(say(', undecided'))];
}

export interface ScreenRules {
  /** Least text and target in px: 18 and 60 on resident pages, 16 and 44 on the others. */
  text: number;
  target: number;
  /** The page must carry the SOS entry. */
  sos: boolean;
}
export const residentRules: ScreenRules = { text: 18, target: 60, sos: true };
export const otherRules: ScreenRules = { text: 16, target: 44, sos: false };

/** Every check at once, each fault named by its check. */
export async function screenFaults(page: Page, { text, target, sos }: ScreenRules): Promise<string[]> {
  return [
    ...(await smallText(page, text)),
    ...(await tightLines(page)),
    ...(await smallTargets(page, target)),
    ...(await closeTargets(page)),
    ...(await sidewaysScroll(page)),
    ...(await cutText(page)),
    ...(await mainActs(page)),
    ...(sos ? await missingSos(page) : []),
    ...(await wrongMarks(page)),
    ...(await axeFaults(page)),
  ];
}
