import { type ByteFile, openByteFile } from './byte-file.ts';
import { cellXml, columnName, inPieces } from './cell-xml.ts';
import { checkWorkbookFile } from './check-xlsx.ts';
import { fileRefusal } from './faults.ts';
import { type QuotedStyles, quotedStyles } from './quoted-styles.ts';
import { spool } from './spool.ts';
import { type TemplateSheet, takeApart } from './template-sheet.ts';
import type { OutRow, OutRows, SheetSource, TemplatePlan } from './types.ts';
import { unpackEntry, unpackText } from './unpack-entry.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import type { ZipEntry } from './zip-directory.ts';
import { type ZipPart, zipParts } from './zip-writer.ts';

/** An empty form; what is larger is no template. */
const largestTemplate = 5 * 1024 * 1024;

interface Template {
  file: ByteFile;
  entries: readonly ZipEntry[];
  sheetEntry: ZipEntry;
  stylesEntry: ZipEntry;
  sheet: TemplateSheet;
  styles: QuotedStyles;
}

async function readTemplate(file: ByteFile, plan: TemplatePlan): Promise<Template> {
  if (file.size > largestTemplate) throw fileRefusal('tooBig');
  const entries = await checkWorkbookFile(file);
  const parts = await readWorkbookParts(file, entries);
  const visible = parts.sheets.find(({ hidden }) => !hidden) ?? parts.sheets[0]!;
  const found = plan.sheet === undefined ? visible : parts.sheets.find(({ name }) => name === plan.sheet);
  if (!found) throw fileRefusal('noSuchSheet', plan.sheet ?? '');
  if (!parts.styles) throw fileRefusal('damaged');
  const sheet = takeApart(await unpackText(file, found.entry), plan.dataFrom);
  const styles = quotedStyles(await unpackText(file, parts.styles));
  return { file, entries, sheetEntry: found.entry, stylesEntry: parts.styles, sheet, styles };
}

/** Cells without a namespace prefix would not belong to a sheet whose own elements have one. */
const prefixed = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)/g, `<$1${prefix}`);

function rowOf(row: number, values: OutRow, { sheet, styles }: Template, columns: readonly number[]): string {
  const cells = columns
    .map((column, i) => ({ column, value: values[i] ?? null }))
    .sort((a, b) => a.column - b.column)
    .map(({ column, value }) => {
      const base = sheet.styleOf(column);
      const reference = columnName(column) + row;
      return cellXml(reference, value, styles.textStylesOf(base), base) || `<c r="${reference}" s="${base}"/>`;
    });
  return prefixed(`<row r="${row}"${sheet.rowAttributes}>${cells.join('')}</row>`, sheet.prefix);
}

async function* filled(template: Template, plan: TemplatePlan, rows: OutRows): AsyncGenerator<string> {
  yield template.sheet.before;
  let count = 0;
  for await (const values of rows) {
    yield rowOf(plan.dataFrom + count, values, template, plan.columns);
    count += 1;
  }
  yield template.sheet.after(count);
}

/** The styles are written last: only then is it known which were needed. A calculation chain would point at old cells. */
async function* partsOf(template: Template, plan: TemplatePlan, rows: OutRows): AsyncGenerator<ZipPart> {
  const { file, entries, sheetEntry, stylesEntry, styles } = template;
  for (const entry of entries) {
    if (entry === sheetEntry || entry === stylesEntry || entry.name.endsWith('/')) continue;
    yield { name: entry.name, data: unpackEntry(file, entry) };
  }
  yield { name: sheetEntry.name, data: inPieces(filled(template, plan, rows)) };
  yield { name: stylesEntry.name, data: inPieces([styles.xml()]) };
}

/**
 * Fills an office's own .xlsx: title, header, widths, styles, print settings and other sheets stay byte for byte; the
 * rows stand under the header in the look of the first line there; a foot (填表人 …) moves down behind them, without its
 * formulas. Texts are written as in `writeSheet`. The template is checked like any upload and refused in words; the rows
 * stream.
 */
export async function* fillTemplate(
  template: SheetSource,
  plan: TemplatePlan,
  rows: OutRows,
): AsyncGenerator<Uint8Array> {
  const spooled = await spool(template, largestTemplate);
  try {
    const file = await openByteFile(spooled.path);
    try {
      const head = await file.read(0, 4);
      if (head.toString('latin1') !== 'PK\u0003\u0004') throw fileRefusal('notASheet');
      yield* zipParts(partsOf(await readTemplate(file, plan), plan, rows));
    } finally {
      await file.close();
    }
  } finally {
    await spooled.forget();
  }
}
