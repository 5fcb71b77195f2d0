import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ByteFile } from './byte-file.ts';
import { fileRefusal } from './faults.ts';
import type { ZipEntry } from './zip-directory.ts';

/** The unpacked bytes of an entry, piece by piece, no more of them than the reader asks for. */
export async function* unpackEntry(file: ByteFile, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  if (entry.packed === 0) return;
  const packed = file.stream(entry.dataFrom, entry.dataTo);
  if (entry.method === 0) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  // The pipeline's own error reaches the reader of `inflate` as well.
  pipeline(packed, inflate, () => {});
  try {
    yield* inflate;
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw fileRefusal('damaged');
    throw error;
  }
}

/** A small entry as one text, at most `most` bytes of it. */
export async function unpackText(file: ByteFile, entry: ZipEntry, most = 16 * 1024 * 1024): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of unpackEntry(file, entry)) {
    length += piece.length;
    if (length > most) throw fileRefusal('tooHeavy');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
