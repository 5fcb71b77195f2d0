import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileRefusal } from './faults.ts';
import type { SheetSource } from './types.ts';

/** A file to read from; `forget` deletes it when it was ours. */
export interface Spooled {
  path: string;
  forget(): Promise<void>;
}

async function* counted(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > most) throw fileRefusal('tooBig');
    yield piece;
  }
}

/**
 * Makes sure that the bytes lie in a file, since a workbook is read from its end. What comes as a stream is spooled into
 * a folder of its own in the system's place for temporary files, readable by this process's user only (0700, file 0600);
 * the reader deletes it as soon as it holds it open. At most `most` bytes.
 */
export async function spool(source: SheetSource, most: number, signal?: AbortSignal): Promise<Spooled> {
  if (typeof source === 'string') return { path: source, forget: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'wubian-sheet-'));
  const path = join(folder, 'sheet');
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    await pipeline(counted(source, most), file, signal ? { signal } : {});
    return { path, forget };
  } catch (error) {
    await forget();
    throw signal?.aborted ? signal.reason : error;
  }
}
