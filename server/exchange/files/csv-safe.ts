/**
 * Texts that a spreadsheet program would run as a formula when it opens a CSV file: they begin with = + - @, a tab or a
 * line break, half-width or full-width, perhaps after blanks (OWASP, "CSV Injection"). An apostrophe before them makes
 * them texts. Texts that already begin like that get one more, so that reading takes away exactly what writing put there.
 */
const risky = /^'*(?:[\t\r\n]|[\s\0]*[=+\-@＝＋－＠])/u;

/** A text as it is written into a CSV file. */
export const csvSafe = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** The text that `csvSafe` wrote. */
export const csvUnsafe = (text: string): string => (text.startsWith("'") && risky.test(text) ? text.slice(1) : text);
