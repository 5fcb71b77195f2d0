import { type FileHandle, open } from 'node:fs/promises';

/** A file that is read here and there, without being held in memory. */
export interface ByteFile {
  size: number;
  /** Fewer bytes than asked for only at the end of the file. */
  read(at: number, length: number): Promise<Buffer>;
  /** The bytes from `from` up to, not including, `to`. */
  stream(from: number, to: number): AsyncGenerator<Buffer, void, undefined>;
  close(): Promise<void>;
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await handle.read(buffer, got, length - got, at + got);
    if (bytesRead === 0) break;
    got += bytesRead;
  }
  return buffer.subarray(0, got);
}

const pieceLength = 65_536;

async function* pieces(handle: FileHandle, from: number, to: number): AsyncGenerator<Buffer, void, undefined> {
  for (let at = from; at < to; ) {
    const piece = await readAt(handle, at, Math.min(pieceLength, to - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}

/** Opens a file for reading; it may be deleted meanwhile and stays readable until `close`. */
export async function openByteFile(path: string): Promise<ByteFile> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    read: (at, length) => readAt(handle, at, Math.max(0, Math.min(length, size - at))),
    stream: (from, to) => pieces(handle, from, to),
    close: () => handle.close(),
  };
}
