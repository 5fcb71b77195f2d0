import fs from 'node:fs';
import { expect, it } from 'vitest';
import { type Colour, colours } from './colours.ts';
import { sideColours } from './pentagon.ts';

const scss = fs.readFileSync(new URL('./tokens.scss', import.meta.url), 'utf8');

function light(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** Contrast as WCAG 2.2 counts it. */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

it.each(Object.entries(colours))('%s is the same in drawings and in styles', (name, value) => {
  const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  expect(scss).toMatch(new RegExp(`--${token}: ${value};`));
});

const onGround: [text: Colour, grounds: Colour[]][] = [
  ['ink', ['paper', 'card', 'tint', 'glow', 'blush', 'amber']],
  ['soft', ['paper', 'card', 'tint']],
  ['main', ['paper', 'card', 'tint']],
  ['white', ['main', 'sos', 'accent']],
  ['accentInk', ['glow', 'card']],
  ['sosInk', ['blush', 'card', 'paper']],
  ['warn', ['amber']],
];
it.each(onGround)('%s reads at 7:1 and more', (text, grounds) => {
  for (const ground of grounds) expect(contrast(colours[text], colours[ground]), ground).toBeGreaterThanOrEqual(7);
});

it('edges of controls stand out at 3:1, words on the sides of the sign at 7:1', () => {
  for (const ground of ['paper', 'card'] as const)
    expect(contrast(colours.edge, colours[ground])).toBeGreaterThanOrEqual(3);
  for (const side of sideColours) expect(contrast(side, colours.white)).toBeGreaterThanOrEqual(7);
});
