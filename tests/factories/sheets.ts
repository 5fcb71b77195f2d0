import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip file, honest unless told otherwise. */
export interface RawEntry {
  name: string;
  data: string | Buffer;
  /** 0 stored, 8 deflated. */
  method?: number;
  flags?: number;
  crc?: number;
  /** Where the directory says that the entry begins. */
  from?: number;
}

/** What a zip file's end says in place of the truth. */
export interface RawEnd {
  count?: number;
  directoryAt?: number;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

/** A zip file made by hand, so that it can be as evil as a test wants. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, method = 8, flags = 0, from, ...told } of entries) {
    const bytes = Buffer.from(data);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const common = Buffer.concat([
      ...[u16(20), u16(flags), u16(method), u32(0), u32(told.crc ?? crc32(bytes))],
      ...[u32(packed.length), u32(bytes.length), u16(Buffer.byteLength(name)), u16(0)],
    ]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    directory.push(Buffer.from('PK\u0001\u0002'), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(from ?? at));
    directory.push(Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const whole = Buffer.concat(directory);
  const count = u16(end.count ?? entries.length);
  const tail = [Buffer.from('PK\u0005\u0006'), u16(0), u16(0), count, count, u32(whole.length)];
  return Buffer.concat([...locals, whole, ...tail, u32(end.directoryAt ?? at), u16(0)]);
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook as told: the XML inside `<sheetData>` for each sheet, and perhaps its other parts. */
export interface RawWorkbook {
  sheets: { name: string; data: string; state?: string; tail?: string; head?: string }[];
  strings?: string[];
  /** Formats of the cells by their style: numFmtId, or a format of the workbook's own. */
  formats?: (number | string)[];
  date1904?: boolean;
}

/** The entries of a workbook, for a test to bend. */
export function workbookEntries({ sheets, strings, formats = [], date1904 }: RawWorkbook): RawEntry[] {
  const ids = sheets.map((_, i) => `rId${i + 1}`);
  const own = formats.filter((format) => typeof format === 'string');
  const xfs = formats.map((format) => (typeof format === 'string' ? 164 + own.indexOf(format) : format));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${
        date1904 ? ' date1904="1"' : ''
      }/><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="${ids[i]}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${ids.map((id, i) => relation(id, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation(
        'rId90',
        'styles',
        'styles.xml',
      )}${strings ? relation('rId91', 'sharedStrings', '/xl/sharedStrings.xml') : ''}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${main}"><numFmts>${own
        .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`)
        .join('')}</numFmts><cellXfs count="${xfs.length + 1}"><xf numFmtId="0"/>${xfs
        .map((id) => `<xf numFmtId="${id}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    ...(strings
      ? [
          {
            name: 'xl/sharedStrings.xml',
            data: `<sst xmlns="${main}">${strings.map((t) => `<si>${t}</si>`).join('')}</sst>`,
          },
        ]
      : []),
    ...sheets.map(({ data, head = '', tail = '' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<?xml version="1.0"?><worksheet xmlns="${main}">${head}<sheetData>${data}</sheetData>${tail}</worksheet>`,
    })),
  ];
}

/** Rows of texts as the XML inside `<sheetData>`. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells, i) =>
        `<row r="${i + 1}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
    )
    .join('');

/** The bytes of a workbook. */
export const aWorkbook = (workbook: RawWorkbook): Buffer => rawZip(workbookEntries(workbook));

/** The bytes of a workbook of one sheet of texts. */
export const aSheet = (rows: readonly (readonly string[])[]): Buffer =>
  aWorkbook({ sheets: [{ name: '老人', data: textRows(rows) }] });

/** All bytes of a file that is being written. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
