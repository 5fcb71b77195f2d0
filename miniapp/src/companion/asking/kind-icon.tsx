import type { Kind } from '@wubian/shared/companion/kinds.ts';
import { type Colour, colours, Picture, svgUri } from '../../ui/index.ts';

/** One drawing for each kind of help, strokes on a 24 px square. */
const strokes: Record<Kind, string> = {
  helpMeal: '<path d="M4 11h16a8 8 0 01-16 0zM8 20h8M9 4c-1 1.2 1 2 0 3.5M13 4c-1 1.2 1 2 0 3.5"/>',
  helpClean: '<path d="M13 3l-2.5 9M6 12h10l1.5 9h-13zM9 16v5M13 16v5"/>',
  helpBath: '<path d="M3 12h18v2.5a5 5 0 01-5 5H8a5 5 0 01-5-5zM6 12V6a2.5 2.5 0 015 0M7 19.5L6 21.5M17 19.5l1 2"/>',
  helpGo: '<circle cx="11" cy="4.5" r="2"/><path d="M11 8v6l-3 7M11 14l3 2.5V21M8 10.5L6 14M11 9l4.5 3M17.5 11v10"/>',
  helpDoctor: '<rect x="4" y="6" width="16" height="14" rx="2"/><path d="M9 6V3.5h6V6M12 10v6M9 13h6"/>',
  helpUrgent:
    '<path d="M14.5 6.5a4 4 0 01-5.4 5.2L4.5 16.3a2 2 0 003 3l4.8-4.7a4 4 0 005.2-5.3l-2.6 2.5-2.8-.6-.6-2.8z"/>',
  helpJoy: '<path d="M4 5h16v11h-8l-5 4v-4H4zM8.5 9.5h7M8.5 12.5h4"/>',
  sendMeal: '<path d="M4 10h16v9H4zM3 7h18v3H3zM12 7V4M8 14h8"/>',
  sendMedicine: '<rect x="3" y="8.5" width="18" height="7" rx="3.5"/><path d="M12 8.5v7"/>',
  sendWarmth: '<path d="M4 9h16v11H4zM3 6h18v3H3zM12 6v14M12 6c-2-4-6-2.5-4 0M12 6c2-4 6-2.5 4 0"/>',
  sendHealth:
    '<path d="M12 20S3.5 14.5 3.5 8.8A4.6 4.6 0 0112 6.5a4.6 4.6 0 018.5 2.3C20.5 14.5 12 20 12 20z"/><path d="M6 12h3l1.5-2.5L13 14l1.2-2H18"/>',
  sendPolicy: '<path d="M6 3.5h9l4 4V20.5H6zM15 3.5v4h4M9.5 12h6M9.5 15.5h6"/>',
  sendCulture:
    '<path d="M12 6.5C9.5 4.8 6.5 4.5 3.5 5v13.5c3-.5 6-.2 8.5 1.5 2.5-1.7 5.5-2 8.5-1.5V5c-3-.5-6-.2-8.5 1.5zM12 6.5V20"/>',
  sendSafety: '<path d="M12 3l7.5 3v5.5c0 4.5-3 7.8-7.5 9.5-4.5-1.7-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5"/>',
};

/** The drawing of a kind, beside its word. `size` in px. */
export function KindIcon({ kind, colour = 'main', size = 40 }: { kind: Kind; colour?: Colour; size?: number }) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="${colours[colour]}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${strokes[kind]}</svg>`;
  return <Picture className="w-icon" src={svgUri(svg)} label="" width={size} height={size} />;
}
