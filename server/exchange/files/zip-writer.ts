import { pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file in the zip file; its data may be made while it is written. */
export interface ZipPart {
  name: string;
  data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface Written {
  name: Buffer;
  from: number;
  crc: number;
  packed: number;
  size: number;
}

/** Sizes follow behind the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const version = 20;
/** 1 January 1980: the same rows give the same bytes, whenever they are written. */
const day = 0x0021;

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(day, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function directoryEntry({ name, from, crc, packed, size }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(day, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(from, 42);
  return Buffer.concat([entry, name]);
}

function end(count: number, from: number, length: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(from, 16);
  return record;
}

async function* deflated(part: ZipPart, written: Written): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const piece of part.data) {
      written.crc = crc32(piece, written.crc);
      written.size += piece.length;
      yield piece;
    }
  }
  const deflate = createDeflateRaw({ level: 5, chunkSize: 65_536 });
  // An error of the data reaches the reader of `deflate`.
  pipeline(counted(), deflate, () => {});
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    written.packed += piece.length;
    yield piece;
  }
}

/** A zip file of these parts, written as they come; nothing but a line of the directory is kept of each. */
export async function* zipParts(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const part of parts) {
    const written: Written = { name: Buffer.from(part.name), from: at, crc: 0, packed: 0, size: 0 };
    const head = localHeader(written.name);
    yield head;
    yield* deflated(part, written);
    yield descriptor(written);
    at += head.length + written.packed + 16;
    directory.push(directoryEntry(written));
  }
  const whole = Buffer.concat(directory);
  yield whole;
  yield end(directory.length, at, whole.length);
}
