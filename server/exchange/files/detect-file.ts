import type { ByteFile } from './byte-file.ts';
import { fileRefusal } from './faults.ts';

export type FileKind = { kind: 'xlsx' } | { kind: 'csv'; encoding: 'utf-8' | 'gb18030' };

const startsWith = (head: Buffer, bytes: string): boolean => head.toString('latin1', 0, bytes.length) === bytes;

/** Old workbooks and workbooks with a password both come in the container of OLE. */
async function refuseOle(file: ByteFile): Promise<never> {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  let before: Buffer = Buffer.alloc(0);
  for await (const piece of file.stream(0, file.size)) {
    if (Buffer.concat([before, piece]).includes(encrypted)) throw fileRefusal('encrypted');
    before = piece.subarray(-encrypted.length);
  }
  throw fileRefusal('oldXls');
}

/** No text holds these bytes, in UTF-8 as little as in GB18030. */
const isBinary = (piece: Buffer): boolean =>
  piece.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1a);

async function decodes(file: ByteFile, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of file.stream(0, file.size)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function textEncoding(file: ByteFile): Promise<'utf-8' | 'gb18030'> {
  for await (const piece of file.stream(0, file.size)) {
    if (isBinary(piece)) throw fileRefusal('notASheet');
  }
  if (await decodes(file, 'utf-8')) return 'utf-8';
  if (await decodes(file, 'gb18030')) return 'gb18030';
  throw fileRefusal('encoding');
}

/** What kind of file it is, by its content: a name says nothing. What is no sheet is refused in words. */
export async function detectFile(file: ByteFile): Promise<FileKind> {
  const head = await file.read(0, 1_024);
  if (head.length === 0) throw fileRefusal('empty');
  if (startsWith(head, 'PK\u0003\u0004')) return { kind: 'xlsx' };
  if (startsWith(head, '\u00D0\u00CF\u0011\u00E0')) return refuseOle(file);
  if (startsWith(head, '\u00FF\u00FE') || startsWith(head, '\u00FE\u00FF')) throw fileRefusal('utf16');
  if (startsWith(head, '%PDF') || startsWith(head, '{\\rtf')) throw fileRefusal('notASheet');
  if (/^(\u00EF\u00BB\u00BF)?\s*<(!doctype|html|\?xml|table|meta|head|style)/i.test(head.toString('latin1'))) {
    throw fileRefusal('webPage');
  }
  return { kind: 'csv', encoding: await textEncoding(file) };
}
