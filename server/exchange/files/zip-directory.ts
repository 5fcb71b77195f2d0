import type { ByteFile } from './byte-file.ts';
import { fileRefusal } from './faults.ts';

/** An entry of a zip file as its directory tells it; sizes in bytes. The declared size is not to be trusted. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; others are refused. */
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  /** Where its local header begins, its packed bytes begin, and end. */
  from: number;
  dataFrom: number;
  dataTo: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The end record and the longest comment behind it. */
const tailLength = 22 + 65_535;

async function findEnd(file: ByteFile): Promise<Buffer> {
  const tail = await file.read(Math.max(0, file.size - tailLength), tailLength);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endMark) return tail.subarray(at);
  }
  throw fileRefusal('damaged');
}

async function dataSpan(file: ByteFile, from: number, packed: number) {
  const local = await file.read(from, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== localMark) throw fileRefusal('damaged');
  const dataFrom = from + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const dataTo = dataFrom + packed;
  if (dataTo > file.size) throw fileRefusal('damaged');
  return { dataFrom, dataTo };
}

/**
 * The directory of a zip file, read from its end as spreadsheet programs do. Refuses zip64, a directory that does not
 * hold together and more than `most` entries.
 */
export async function readZipDirectory(file: ByteFile, most: number): Promise<ZipEntry[]> {
  const end = await findEnd(file);
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const at = end.readUInt32LE(16);
  if (count === 0xffff || length === 0xffffffff || at === 0xffffffff) throw fileRefusal('zip64');
  if (count > most) throw fileRefusal('tooManyParts');
  if (at + length > file.size) throw fileRefusal('damaged');
  const directory = await file.read(at, length);
  const entries: ZipEntry[] = [];
  let next = 0;
  for (let i = 0; i < count; i++) {
    if (next + 46 > directory.length || directory.readUInt32LE(next) !== entryMark) throw fileRefusal('damaged');
    const nameLength = directory.readUInt16LE(next + 28);
    const packed = directory.readUInt32LE(next + 20);
    const from = directory.readUInt32LE(next + 42);
    if (packed === 0xffffffff || from === 0xffffffff) throw fileRefusal('zip64');
    entries.push({
      name: directory.toString('utf8', next + 46, next + 46 + nameLength),
      method: directory.readUInt16LE(next + 10),
      encrypted: (directory.readUInt16LE(next + 8) & 1) === 1,
      crc: directory.readUInt32LE(next + 16),
      packed,
      from,
      ...(await dataSpan(file, from, packed)),
    });
    next += 46 + nameLength + directory.readUInt16LE(next + 30) + directory.readUInt16LE(next + 32);
  }
  return entries;
}
