import { crc32 } from 'node:zlib';
import { type ByteFile, openByteFile } from './byte-file.ts';
import { type Fault, fileRefusal } from './faults.ts';
import { type UnpackLimits, unpackLimits } from './limits.ts';
import { unpackEntry } from './unpack-entry.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Parts by whose name a workbook shows what it is or carries. */
const telling: readonly (readonly [RegExp, Fault])[] = [
  [/(^|\/)vbaProject|(^|\/)macrosheets\//i, 'macros'],
  [/(^|\/)(activeX|embeddings)\/|\.(exe|dll|com|bat|cmd|js|vbs|ps1|scr|jar|hta|lnk)$/i, 'active'],
  [/(^|\/)externalLinks\//i, 'links'],
  [/^xl\/workbook\.bin$/i, 'binaryWorkbook'],
  [/^content\.xml$/i, 'openDocument'],
];

function checkDirectory(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  for (const { name, method, encrypted } of entries) {
    if (encrypted) throw fileRefusal('encrypted');
    // Spreadsheet programs do not tell capitals from small letters in these names.
    if (names.has(name.toLowerCase())) throw fileRefusal('twice');
    names.add(name.toLowerCase());
    if (/(^|\/)\.\.(\/|$)|^\/|\\|^[a-z]:|\p{Cc}/iu.test(name)) throw fileRefusal('paths');
    const told = telling.find(([pattern]) => pattern.test(name));
    if (told) throw fileRefusal(told[1] as 'macros');
    if (method !== 0 && method !== 8) throw fileRefusal('zip64');
  }
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml')) throw fileRefusal('notAWorkbook');
  const spans = entries.map(({ from, dataTo }) => [from, dataTo] as const).sort((a, b) => a[0] - b[0]);
  if (spans.some(([from], i) => i > 0 && from < spans[i - 1]![1])) throw fileRefusal('overlap');
}

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);

/** Unpacks one entry without keeping it; answers its size in bytes. */
async function checkEntry(file: ByteFile, entry: ZipEntry, room: number, limits: UnpackLimits): Promise<number> {
  const most = Math.min(room, /sharedStrings/i.test(entry.name) ? limits.sharedStringBytes : limits.entryBytes);
  let size = 0;
  let crc = 0;
  let head = '';
  for await (const piece of unpackEntry(file, entry)) {
    size += piece.length;
    crc = crc32(piece, crc);
    if (size > most || (size > 1_000_000 && size > entry.packed * limits.ratio)) throw fileRefusal('bomb');
    if (head.length < 4_096) head += piece.toString('latin1', 0, 4_096);
  }
  if (crc !== entry.crc) throw fileRefusal('damaged');
  if (isXml(entry.name) && /<!(DOCTYPE|ENTITY)/i.test(head.replaceAll('\0', ''))) throw fileRefusal('doctype');
  if (/^\[Content_Types\]/i.test(entry.name) && /macroEnabled|vbaProject/i.test(head)) throw fileRefusal('macros');
  return size;
}

/** As `checkXlsx`, of a file that is open already; answers its entries. */
export async function checkWorkbookFile(file: ByteFile, limits: UnpackLimits = unpackLimits): Promise<ZipEntry[]> {
  const entries = await readZipDirectory(file, limits.entries);
  checkDirectory(entries);
  let total = 0;
  for (const entry of entries) total += await checkEntry(file, entry, limits.totalBytes - total, limits);
  return entries;
}

/**
 * Refuses in words (`file_refused`) an .xlsx that is not what it says, carries what may run, or unpacks to too much,
 * before any parser sees it. Every entry is unpacked in a stream and counted: sizes that the file declares are not
 * believed, its checksums are. Nothing is kept in memory.
 */
export async function checkXlsx(path: string, limits: Partial<UnpackLimits> = {}): Promise<void> {
  const file = await openByteFile(path);
  try {
    const head = await file.read(0, 4);
    if (head.toString('latin1') !== 'PK\u0003\u0004') throw fileRefusal('notASheet');
    await checkWorkbookFile(file, { ...unpackLimits, ...limits });
  } finally {
    await file.close();
  }
}
