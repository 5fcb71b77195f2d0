import type { DateSystem } from '@wubian/shared/exchange/clean/serial-date.ts';
import type { ByteFile } from './byte-file.ts';
import { fileRefusal } from './faults.ts';
import { unpackText } from './unpack-entry.ts';
import { attributeOf, readXml } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

export interface SheetPart {
  name: string;
  entry: ZipEntry;
  hidden: boolean;
}

/** What a workbook consists of, as far as reading its rows needs it. */
export interface WorkbookParts {
  dateSystem: DateSystem;
  sheets: SheetPart[];
  styles: ZipEntry | undefined;
  sharedStrings: ZipEntry | undefined;
}

/** 'xl/worksheets/sheet1.xml' of the target 'worksheets/sheet1.xml' or '/xl/worksheets/sheet1.xml'. */
function pathOf(target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `xl/${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/').toLowerCase();
}

interface Relation {
  type: string;
  target: string;
}

function readRelations(xml: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = attributeOf(attributes, 'Type') ?? '';
      relations.set(attributeOf(attributes, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: pathOf(attributeOf(attributes, 'Target') ?? ''),
      });
    },
  });
  return relations;
}

/** Reads the workbook's list of sheets and where its parts lie. */
export async function readWorkbookParts(file: ByteFile, entries: readonly ZipEntry[]): Promise<WorkbookParts> {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const relationsEntry = byName.get('xl/_rels/workbook.xml.rels');
  if (!relationsEntry) throw fileRefusal('damaged');
  const relations = readRelations(await unpackText(file, relationsEntry));
  const related = (type: string): ZipEntry | undefined => {
    const relation = [...relations.values()].find((each) => each.type === type);
    return relation && byName.get(relation.target);
  };
  const sheets: SheetPart[] = [];
  let dateSystem: DateSystem = 1900;
  readXml(await unpackText(file, byName.get('xl/workbook.xml')!), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')) dateSystem = 1904;
      if (name !== 'sheet') return;
      const relation = relations.get(
        /\bid\s*=\s*["']([^"']*)/.exec(attributes.replace(/\bsheetId\s*=/g, ''))?.[1] ?? '',
      );
      if (relation?.type !== 'worksheet') return;
      const entry = byName.get(relation.target);
      if (!entry) throw fileRefusal('damaged');
      const hidden = /hidden/i.test(attributeOf(attributes, 'state') ?? '');
      sheets.push({ name: attributeOf(attributes, 'name') ?? '', entry, hidden });
    },
  });
  if (sheets.length === 0) throw fileRefusal('empty');
  return { dateSystem, sheets, styles: related('styles'), sharedStrings: related('sharedStrings') };
}
