import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

import { aFile } from '../support/temporary-file.ts';

const child = new URL('../support/server-reads-sheet.ts', import.meta.url).pathname;
/** A small heap, so that what is only garbage does not count. */
const small = ['--max-old-space-size=64', '--max-semi-space-size=8'];

async function run(what: string, rows: number, path: string): Promise<{ answer: number; peakKb: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [...small, child, what, String(rows), path]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

/**
 * Ten times the rows, less than twice the memory of the whole process: for what our own writer makes, and for what Excel
 * makes, where 800,000 shared texts must be at hand.
 */
it.each([
  ['our own', 'write', ['read', 'mark-errors']],
  ["Excel's", 'write-shared', ['read']],
])(
  'takes 100,000 rows of 25 columns in flat memory: a sheet of %s',
  async (_, writer, acts) => {
    const [ten, hundred] = [aFile(''), aFile('')];
    for (const act of [writer, ...acts]) {
      const few = await run(act, 10_000, ten);
      const many = await run(act, 100_000, hundred);
      expect(many.peakKb / few.peakKb).toBeLessThan(2);
      if (act === 'read') expect(many.answer - few.answer).toBe(90_000);
    }
  },
  240_000,
);
