import { escapeOoxml } from './ooxml-text.ts';
import { style } from './sheet-styles.ts';
import type { OutCell } from './types.ts';

/** 'AB' of column 27. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Texts that somebody who edits the cell could turn into a formula: they stay texts by their style (quotePrefix). */
const risky = /^[\s\0]*[=+\-@＝＋－＠\t\r]/u;

/** The styles a text may have: the plain one, and the one that keeps = + - @ from ever becoming a formula. */
export interface TextStyles {
  text: number;
  quoted: number;
}

export const plainStyles: TextStyles = { text: style.text, quoted: style.quoted };

/**
 * One cell. A text is written as a text whatever it begins with: in a workbook only `<f>` is a formula, and nothing here
 * writes one. No sign is put before it, so it reads back as it was.
 */
export function cellXml(
  reference: string,
  value: OutCell,
  styles: TextStyles,
  numberStyle: number = style.plain,
): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number' && Number.isFinite(value)) {
    return `<c r="${reference}"${numberStyle === 0 ? '' : ` s="${numberStyle}"`}><v>${value}</v></c>`;
  }
  const text = String(value);
  const number = risky.test(text) ? styles.quoted : styles.text;
  return `<c r="${reference}" s="${number}" t="inlineStr"><is><t xml:space="preserve">${escapeOoxml(text)}</t></is></c>`;
}

/** One row; `stylesOf` says how the texts of a column are shown. */
export function rowXml(row: number, cells: readonly OutCell[], stylesOf: (column: number) => TextStyles): string {
  const written = cells.map((value, column) => cellXml(columnName(column) + row, value, stylesOf(column)));
  return `<row r="${row}">${written.join('')}</row>`;
}

const encoder = new TextEncoder();
const pieceLength = 32_768;

/** Many small texts as few pieces of bytes. */
export async function* inPieces(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < pieceLength) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting !== '') yield encoder.encode(waiting);
}
