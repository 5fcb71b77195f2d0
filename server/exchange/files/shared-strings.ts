import { fileRefusal } from './faults.ts';
import { unescapeOoxml } from './ooxml-text.ts';
import { xmlTokens } from './xml-tokens.ts';

/** The texts that the cells of a workbook share, by their number. */
export interface SharedStrings {
  /** Undefined when the workbook has no such text. */
  at(index: number): string | undefined;
}

/**
 * Reads the table of shared texts into one block of UTF-8 with an index beside it: a sheet of 100,000 rows has nearly a
 * million of them, which as strings of their own would take ten times the room. `longest` UTF-16 units of a text are
 * kept, and one more to tell that there were more. `most` bytes in all.
 */
export async function readSharedStrings(
  bytes: AsyncIterable<Uint8Array>,
  longest: number,
  most: number,
): Promise<SharedStrings> {
  let block = Buffer.allocUnsafe(65_536);
  let used = 0;
  let ends = new Uint32Array(4_096);
  let count = 0;
  let inText = false;
  let phonetic = false;
  let text = '';

  function keep(): void {
    const utf8 = Buffer.from(unescapeOoxml(text).slice(0, longest + 1));
    if (used + utf8.length > block.length) {
      if (used + utf8.length > most) throw fileRefusal('tooHeavy');
      const larger = Buffer.allocUnsafe(Math.max(block.length * 2, used + utf8.length));
      block.copy(larger, 0, 0, used);
      block = larger;
    }
    used += utf8.copy(block, used);
    if (count === ends.length) {
      const larger = new Uint32Array(ends.length * 2);
      larger.set(ends);
      ends = larger;
    }
    ends[count++] = used;
  }

  const tokens = xmlTokens({
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text(piece) {
      if (inText && text.length <= longest * 8) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') keep();
    },
  });
  for await (const piece of bytes) tokens.feed(piece);
  tokens.end();
  return {
    at: (index) =>
      index >= 0 && index < count
        ? block.toString('utf8', index === 0 ? 0 : ends[index - 1]!, ends[index]!)
        : undefined,
  };
}

export const noSharedStrings: SharedStrings = { at: () => undefined };
