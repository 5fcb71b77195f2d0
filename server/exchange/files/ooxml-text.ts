/**
 * Texts as workbooks write them (ECMA-376, ST_Xstring): a character that XML cannot hold is written _xHHHH_, and so is
 * the underscore of a text that only looks like that.
 */
export const unescapeOoxml = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

const hex = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** C0 controls except tab and line feed, and the two code points that XML forbids; CR would be read as a line feed. */
const forbidden = /[^\P{Cc}\t\n\u007F-\u009F]|\r|[\uFFFE\uFFFF]/gu;

/** A text as it stands in `<t>`. */
export const escapeOoxml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(forbidden, hex)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** A text as it stands in an attribute. */
export const escapeAttribute = (text: string): string =>
  escapeOoxml(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
