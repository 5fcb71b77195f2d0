import { type Colour, colours } from '../colours.ts';
import { Picture, svgUri } from './picture.tsx';

/** Strokes on a 24 px square, drawn for this program. */
const strokes = {
  back: '<path d="M15 5l-7 7 7 7"/>',
  forward: '<path d="M9 5l7 7-7 7"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  check: '<path d="M5 13l5 5 9-11"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>',
  warn: '<path d="M12 4L2.8 20h18.4z"/><path d="M12 10v4.5M12 17.2v.3"/>',
  stop: '<circle cx="12" cy="12" r="8.5"/><path d="M6.5 17.5l11-11"/>',
  phone:
    '<path d="M6 3.5h3.2l1.6 4.4-2.2 1.7c1 2.3 2.9 4.2 5.2 5.2l1.8-2.3 4.4 1.6V17.5c0 1.7-1.3 3-3 3C10.3 20.5 3.5 13.7 3.5 6.5c0-1.7 1-3 2.5-3z"/>',
  bell: '<path d="M6 16.5V11a6 6 0 0112 0v5.5l1.5 2h-15zM10 21h4"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 20.5c1-4 4-6 8-6s7 2 8 6"/>',
  home: '<path d="M3.5 11.5L12 4l8.5 7.5M6 10v10h12V10"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  place: '<path d="M12 21c4.5-5 7-8.5 7-11.5a7 7 0 00-14 0C5 12.5 7.5 16 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>',
  heart: '<path d="M12 20S3.5 14.5 3.5 8.8A4.6 4.6 0 0112 6.5a4.6 4.6 0 018.5 2.3C20.5 14.5 12 20 12 20z"/>',
  go: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  camera: '<path d="M3.5 8h4l1.5-2.5h6L16.5 8h4v11.5h-17z"/><circle cx="12" cy="13.5" r="3.5"/>',
  list: '<path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.5M4 12h.5M4 17.5h.5"/>',
  book: '<path d="M5 4.5h11a3 3 0 013 3v12H8a3 3 0 01-3-3zM5 16.5a3 3 0 013-3h11"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.8-3.6 3.2-5.2 6.5-5.2s5.7 1.6 6.5 5.2M16 5.4a3.5 3.5 0 010 6.2M18 14.8c1.9.7 3 2.2 3.5 4.7"/>',
  cloud:
    '<path d="M7 18.5a4.5 4.5 0 01-.5-9 6 6 0 0111.5 1.5 3.8 3.8 0 01-.5 7.5z"/><path d="M12 17v-5M9.8 14l2.2-2.2 2.2 2.2"/>',
} as const;

export type IconName = keyof typeof strokes;

/** A sign beside words, never in place of them: hidden from screen readers. `size` in px. */
export function Icon({ name, colour = 'ink', size = 24 }: { name: IconName; colour?: Colour; size?: number }) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="${colours[colour]}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${strokes[name]}</svg>`;
  return <Picture className="w-icon" src={svgUri(svg)} label="" width={size} height={size} />;
}
