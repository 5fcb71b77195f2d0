import type { ByteFile } from './byte-file.ts';
import { checkWorkbookFile } from './check-xlsx.ts';
import { readDateStyles } from './date-styles.ts';
import { fileRefusal } from './faults.ts';
import { noSharedStrings, readSharedStrings } from './shared-strings.ts';
import type { CellContext } from './sheet-cells.ts';
import { sheetRows } from './sheet-rows.ts';
import type { OpenedSheet, SheetLimits, SheetRow } from './types.ts';
import { unpackEntry, unpackText } from './unpack-entry.ts';
import { readWorkbookParts, type SheetPart, type WorkbookParts } from './workbook-parts.ts';

/** A sheet as the reading thread has it; its rows come as they are read. */
export type FoundSheet = Omit<OpenedSheet, 'rows' | 'close'> & { rows: AsyncGenerator<SheetRow, void, undefined> };

const sharedTextBytes = 96 * 1024 * 1024;

async function contextOf(file: ByteFile, parts: WorkbookParts, limits: SheetLimits): Promise<CellContext> {
  return {
    dateSystem: parts.dateSystem,
    dateStyles: parts.styles ? readDateStyles(await unpackText(file, parts.styles)) : [],
    strings: parts.sharedStrings
      ? await readSharedStrings(unpackEntry(file, parts.sharedStrings), limits.cellLength, sharedTextBytes)
      : noSharedStrings,
  };
}

async function* withFirst(first: SheetRow, rest: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow, void, undefined> {
  yield first;
  yield* rest;
}

/** The sheet of that name, else the first of the visible ones; all of them when none is visible. */
function candidates(sheets: readonly SheetPart[], wanted: string | undefined): readonly SheetPart[] {
  if (wanted === undefined) {
    const visible = sheets.filter(({ hidden }) => !hidden);
    return visible.length > 0 ? visible : sheets;
  }
  const named = sheets.filter(({ name }) => name === wanted);
  if (named.length === 0) throw fileRefusal('noSuchSheet', wanted);
  return named;
}

/** Checks a workbook and finds the sheet to read: the one named, or the first that holds something. */
export async function openXlsxRows(
  file: ByteFile,
  wanted: string | undefined,
  limits: SheetLimits,
): Promise<FoundSheet> {
  const parts = await readWorkbookParts(file, await checkWorkbookFile(file));
  const sheets = candidates(parts.sheets, wanted);
  const context = await contextOf(file, parts, limits);
  for (const { name, entry } of sheets) {
    const rows = sheetRows(unpackEntry(file, entry), context, limits);
    const first = await rows.next();
    if (first.done) continue;
    return {
      kind: 'xlsx',
      encoding: 'utf-8',
      sheetNames: candidates(parts.sheets, undefined).map((sheet) => sheet.name),
      sheetName: name,
      dateSystem: parts.dateSystem,
      rows: withFirst(first.value, rows),
    };
  }
  throw fileRefusal('empty');
}
