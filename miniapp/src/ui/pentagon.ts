import { sides } from '../words.ts';
import { colours } from './colours.ts';

type Point = readonly [x: number, y: number];

/** The five side colours, in the order of `sides`. All carry white text at 7:1 and more. */
export const sideColours = [colours.main, colours.accent, colours.plum, colours.moss, colours.sos] as const;

const corner = (radius: number, index: number, centre: number): Point => {
  const angle = ((-90 + 72 * index) * Math.PI) / 180;
  return [centre + radius * Math.cos(angle), centre + radius * Math.sin(angle)];
};
const towards = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];
const text = (points: Point[]) => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

const font = 'PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif';

/**
 * The sign of the house as SVG: a ring of five sides around a home. With `names` each side carries its word;
 * `size` is the edge of the square in px, `fontPx` the size of the words when drawn at that size.
 */
export function pentagonSvg(size: number, names: boolean, fontPx = 20): string {
  const centre = 160;
  const outer = 150;
  const inner = names ? 66 : 74;
  const drop = 12; // A pentagon stands higher than its middle; lowered, it looks centred.
  const unit = 320 / size;
  const ring = sides.map(({ name }, index) => {
    const gap = 0.038;
    const [a, b] = [corner(outer, index, centre), corner(outer, index + 1, centre)];
    const [c, d] = [corner(inner, index + 1, centre), corner(inner, index, centre)];
    const shape = text([towards(a, b, gap), towards(b, a, gap), towards(c, d, gap * 2), towards(d, c, gap * 2)]);
    const colour = sideColours[index] ?? colours.main;
    const side = `<polygon points="${shape}" fill="${colour}" stroke="${colour}" stroke-width="7" stroke-linejoin="round"/>`;
    if (!names) return side;
    const middle = towards(towards(a, b, 0.5), towards(c, d, 0.5), 0.44);
    const [x, y] = middle;
    const label = `<text x="${x.toFixed(1)}" y="${(y + fontPx * unit * 0.36).toFixed(1)}" font-size="${(fontPx * unit).toFixed(1)}" font-weight="bold" fill="#fff" text-anchor="middle" font-family="${font}">${name}</text>`;
    return side + label;
  });
  const home =
    `<g transform="translate(160 162) scale(${names ? 0.82 : 0.95}) translate(-160 -162)"><path d="M160 128l-36 31v34a7 7 0 007 7h58a7 7 0 007-7v-34z" fill="${colours.glow}" stroke="${colours.accent}" stroke-width="6" stroke-linejoin="round"/>` +
    `<path d="M160 187s-17-10.5-17-21.5a9.3 9.3 0 0117-4.8 9.3 9.3 0 0117 4.8c0 11-17 21.5-17 21.5z" fill="${colours.accent}"/></g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 320 320"><g transform="translate(0 ${drop})">${ring.join('')}${home}</g></svg>`;
}
