import type { Cell } from '../cell.ts';

/** What became of a cell: the value, or what is wrong and how to mend it, in the clerk's words. */
export type Read<T> = { ok: T } | { bad: string };

/** Reads one cell; an empty one is null. Whether it may be empty is for the caller to say. */
export type CellReader<T> = (cell: Cell) => Read<T | null>;

/** Full-width forms made half-width, what cannot be seen taken away, blanks at the ends trimmed. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    // Soft hyphens, zero-width and direction marks, which come along when copying from web pages and chats.
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .trim();

/** What no reader takes, whatever it reads. Null when the cell holds something to read. */
export function unreadable(cell: Cell): Read<null> | null {
  if (cell.kind === 'formula') return { bad: '这里是公式。请复制这一列，再“选择性粘贴”为数值。' };
  if (cell.kind === 'error') return { bad: `这里是错误值 ${cell.text}，请改成实际内容或清空。` };
  return plainText(cell.text) === '' ? { ok: null } : null;
}

/** A reader for everything that is decided by the plain text of a cell. */
export const textReader =
  <T>(read: (text: string, cell: Cell) => Read<T>): CellReader<T> =>
  (cell) =>
    unreadable(cell) ?? read(plainText(cell.text), cell);
