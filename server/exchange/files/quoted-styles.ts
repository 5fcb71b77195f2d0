import type { TextStyles } from './cell-xml.ts';
import { fileRefusal } from './faults.ts';

/** The styles of somebody else's workbook, with more of them added for the texts that we write. */
export interface QuotedStyles {
  /** Two styles that look like `base`, for texts: as text, and as text that never becomes a formula. */
  textStylesOf(base: number): TextStyles;
  /** The part with the styles added. */
  xml(): string;
}

const cellXfs = /(<(?:[\w.-]+:)?cellXfs\b[^>]*>)([\s\S]*?)(<\/(?:[\w.-]+:)?cellXfs>)/;
const oneXf = /<((?:[\w.-]+:)?xf)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g;

function asText(attributes: string, quoted: boolean): string {
  const kept = attributes.replace(/\s(numFmtId|applyNumberFormat|quotePrefix)\s*=\s*("[^"]*"|'[^']*')/g, '').trimEnd();
  return `${kept} numFmtId="49" applyNumberFormat="1"${quoted ? ' quotePrefix="1"' : ''}`;
}

/** Reads xl/styles.xml of a checked workbook. */
export function quotedStyles(styles: string): QuotedStyles {
  const found = cellXfs.exec(styles);
  if (!found) throw fileRefusal('damaged');
  const [, , inner] = found;
  const xfs = [...inner!.matchAll(oneXf)];
  const added: string[] = [];
  const known = new Map<number, TextStyles>();

  function add(base: number, quoted: boolean): number {
    const [, name = 'xf', attributes = ' numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"', content] =
      xfs[base] ?? xfs[0] ?? [];
    const open = `<${name}${asText(attributes, quoted)}`;
    return xfs.length + added.push(content === undefined ? `${open}/>` : `${open}>${content}</${name}>`) - 1;
  }
  return {
    textStylesOf(base) {
      const before = known.get(base);
      if (before) return before;
      const made = { text: add(base, false), quoted: add(base, true) };
      known.set(base, made);
      return made;
    },
    xml: () =>
      styles.replace(cellXfs, (_, open: string, content: string, close: string) => {
        const count = `count="${xfs.length + added.length}"`;
        const counted = /\bcount\s*=/.test(open) ? open.replace(/\bcount\s*=\s*("[^"]*"|'[^']*')/, count) : open;
        return counted + content + added.join('') + close;
      }),
  };
}
