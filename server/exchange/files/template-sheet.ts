import { fileRefusal } from './faults.ts';
import { columnOf } from './sheet-rows.ts';
import { attributeOf } from './xml-tokens.ts';

/** A row of the template as written. */
interface TemplateRow {
  row: number;
  xml: string;
  attributes: string;
  cells: string;
}

/** The office's sheet taken apart around the place where the rows go. */
export interface TemplateSheet {
  /** Everything up to the first row of data. */
  before: string;
  /** What stands behind the rows, when `count` rows have been written: what stood below, moved down, and the rest. */
  after(count: number): string;
  /** Style of the column (0-based) in the first row of data, as an office lays out its lines; 0 without one. */
  styleOf(column: number): number;
  /** Attributes of a row of data: its height and the like. */
  rowAttributes: string;
  prefix: string;
}

const sheetData = /<((?:[\w.-]+:)?)sheetData\b[^>]*?(?:\/>|>([\s\S]*?)<\/\1sheetData>)/;
const oneRow = /<((?:[\w.-]+:)?row)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g;
const oneCell = /<((?:[\w.-]+:)?c)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g;
const mergedCells = /<((?:[\w.-]+:)?)mergeCells\b[^>]*>[\s\S]*?<\/\1mergeCells>/;

const holdsText = ({ cells }: TemplateRow): boolean => /<(?:[\w.-]+:)?(?:v|is|f)\b/.test(cells);

function readRows(inner: string): TemplateRow[] {
  let last = 0;
  return [...inner.matchAll(oneRow)].map(([xml, , attributes = '', cells = '']) => {
    last = Number(attributeOf(attributes, 'r') ?? last + 1);
    return { row: last, xml, attributes, cells };
  });
}

/** A row moved down. Its formulas go: their ranges would no longer be the right ones. */
function moved({ xml, row }: TemplateRow, by: number): string {
  return xml
    .replace(
      /<((?:[\w.-]+:)?f)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>(?:\s*<(?:[\w.-]+:)?v\b[^>]*>[^<]*<\/(?:[\w.-]+:)?v>)?)/g,
      '',
    )
    .replace(/(\sr\s*=\s*["'])([A-Z]*)(\d+)/g, (_, head: string, letters: string) => `${head}${letters}${row + by}`);
}

/** Merged cells above stay, those among the rows of data go, those below move along. */
function mergesMoved(xml: string, from: number, lowest: number, by: number): string {
  const all = mergedCells.exec(xml);
  if (!all) return xml;
  const prefix = all[1]!;
  const kept = [...all[0].matchAll(/ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g)].flatMap(
    ([, a, top, b, bottom]) => {
      if (Number(bottom) < from) return [`${a}${top}:${b}${bottom}`];
      return Number(top) > lowest ? [`${a}${Number(top) + by}:${b}${Number(bottom) + by}`] : [];
    },
  );
  const cells = kept.map((ref) => `<${prefix}mergeCell ref="${ref}"/>`).join('');
  const block = kept.length > 0 ? `<${prefix}mergeCells count="${kept.length}">${cells}</${prefix}mergeCells>` : '';
  return xml.replace(mergedCells, () => block);
}

function columnStyles(head: string): (column: number) => number {
  const cols = [...head.matchAll(/<(?:[\w.-]+:)?col\b([^>]*)\/?>/g)].map(([, attributes = '']) => ({
    min: Number(attributeOf(attributes, 'min')) - 1,
    max: Number(attributeOf(attributes, 'max')) - 1,
    style: Number(attributeOf(attributes, 'style') ?? 0),
  }));
  return (column) => cols.find(({ min, max }) => column >= min && column <= max)?.style ?? 0;
}

/** Takes apart the sheet of an office's template whose rows of data begin at `dataFrom` (1-based). */
export function takeApart(xml: string, dataFrom: number): TemplateSheet {
  const found = sheetData.exec(xml);
  const rows = found ? readRows(found[2] ?? '') : [];
  const above = rows.filter(({ row }) => row < dataFrom);
  if (!found || !above.some(({ row }) => row === dataFrom - 1)) throw fileRefusal('noHeader', dataFrom - 1);
  const first = rows.find(({ row }) => row === dataFrom);
  // The example row and empty ruled lines give way; from the next row with text on it is the foot of the sheet.
  const foot = rows.filter((each) => each.row > dataFrom);
  const footFrom = foot.findIndex(holdsText);
  const below = footFrom === -1 ? [] : foot.slice(footFrom);
  const lowest = (below[0]?.row ?? Number.POSITIVE_INFINITY) - 1;
  const prefix = found[1]!;
  const head = xml.slice(0, found.index).replace(/<(?:[\w.-]+:)?dimension\b[^>]*\/>/, '');
  const rest = xml.slice(found.index + found[0].length);
  const byCell = new Map(
    [...(first?.cells ?? '').matchAll(oneCell)].map(([, , attributes = '']) => [
      columnOf(attributeOf(attributes, 'r') ?? ''),
      Number(attributeOf(attributes, 's') ?? 0),
    ]),
  );
  const byColumn = columnStyles(head);
  return {
    before: `${head}<${prefix}sheetData>${above.map((row) => row.xml).join('')}`,
    after(count) {
      const by = Math.max(0, dataFrom + count - (lowest + 1));
      const moving = below.map((row) => moved(row, by)).join('');
      return `${moving}</${prefix}sheetData>${mergesMoved(rest, dataFrom, lowest, by)}`;
    },
    styleOf: (column) => byCell.get(column) ?? byColumn(column),
    rowAttributes: (first?.attributes ?? '').replace(/\s(r|spans)\s*=\s*("[^"]*"|'[^']*')/g, '').trimEnd(),
    prefix,
  };
}
