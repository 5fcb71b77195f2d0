import type { Cell } from './cell.ts';

/** A column that a sheet may have, and what offices call it. */
export interface TargetColumn {
  key: string;
  label: string;
  synonyms?: readonly string[];
}

/** How the columns of a sheet are to be read. */
export interface FoundHeader {
  /** 1-based; of a header of two rows the lower one. */
  headerRow: number;
  /** The first row of data, 1-based. */
  dataFrom: number;
  /** The texts of the header by column (0-based): 'group 'sub' of two rows joined by a blank; '' where there is none. */
  texts: string[];
  /** Column of the sheet (0-based) → key of the target. Each key stands once. */
  mapping: Map<number, string>;
  /** Whether the column is called exactly so, and no other column as well. */
  sure: Map<number, boolean>;
  /** Columns with a text that no target goes by. */
  unknown: number[];
}

/** The first column of an error sheet; it is passed over when the sheet comes back. */
export const faultColumnTitle = '问题';
/** Begins the first cell of the example row of a template. */
export const exampleMark = '示例：';

interface Row {
  row: number;
  cells: readonly Cell[];
}

/** Whether a row is the example of our template, which is not to be read as data. */
export const isExampleRow = ({ cells }: Pick<Row, 'cells'>): boolean =>
  /^示例[:：]/u.test(cells.find(({ kind }) => kind !== 'empty')?.text.trim() ?? '');

/** As it is compared: without blanks, line breaks, marks, notes in brackets and the star of what must be filled in. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[([【〔{][^)\]】〕}]*[)\]】〕}]/gu, '')
    .replace(/[\s*:：、,，.。·\-_—/\\"“”'()（）]/gu, '')
    .toLowerCase();

const textsOf = ({ cells }: Row): string[] =>
  cells.map(({ kind, text }) => (kind === 'empty' ? '' : text.replace(/\s+/gu, ' ').trim()));

interface Candidate {
  headerRow: number;
  texts: string[];
}

/** A group header stands over its first column only: the others under it are empty until the next group begins. */
function spread(above: readonly string[], below: readonly string[]): string[] {
  const width = Math.max(above.length, below.length);
  let group = '';
  return Array.from({ length: width }, (_, i) => {
    // A column whose header reaches over both rows has nothing below; the group before it ends there.
    if (above[i]) group = below[i] ? above[i]! : '';
    return below[i] ? group : (above[i] ?? '');
  });
}

function twoRows(upper: Row, lower: Row): Candidate {
  const [above, below] = [textsOf(upper), textsOf(lower)];
  const groups = spread(above, below);
  const texts = groups.map((group, i) => [group, below[i] ?? ''].filter((text) => text !== '').join(' '));
  return { headerRow: lower.row, texts };
}

type Match = { key: string; score: number };

/** What a target is called: exactly, or with its group before it, or somewhere in a longer title. */
function matches(text: string, columns: readonly TargetColumn[]): Match[] {
  const whole = bare(text);
  const last = bare(text.split(' ').at(-1) ?? '');
  if (whole === '' || whole === faultColumnTitle) return [];
  return columns.flatMap(({ key, label, synonyms = [] }) => {
    const names = [label, ...synonyms].map(bare);
    const best = Math.max(
      ...names.map((name) => {
        if (name === whole) return 4;
        if (name === last) return 2;
        return name.length >= 2 && (whole.includes(name) || (whole.length >= 2 && name.includes(whole))) ? 1 : 0;
      }),
    );
    return best > 0 ? [{ key, score: best }] : [];
  });
}

/** Gives each key to the column that goes by it best, the exact ones first. */
function mapColumns(
  { headerRow, texts }: Candidate,
  columns: readonly TargetColumn[],
): FoundHeader & { score: number } {
  const all = texts.flatMap((text, column) => matches(text, columns).map((match) => ({ column, ...match })));
  all.sort((a, b) => b.score - a.score || a.column - b.column);
  const mapping = new Map<number, string>();
  const sure = new Map<number, boolean>();
  const taken = new Set<string>();
  let score = 0;
  for (const { column, key, score: each } of all) {
    if (mapping.has(column) || taken.has(key)) continue;
    mapping.set(column, key);
    taken.add(key);
    sure.set(column, each === 4 && all.filter((other) => other.key === key && other.score === 4).length === 1);
    score += each;
  }
  const unknown = texts.flatMap((text, column) =>
    bare(text) !== '' && bare(text) !== faultColumnTitle && !mapping.has(column) ? [column] : [],
  );
  return { headerRow, dataFrom: headerRow + 1, texts, mapping, sure, unknown, score };
}

/** Rows of a header hold short texts only. */
const couldBeHeader = ({ cells }: Row): boolean =>
  cells.every(({ kind, text }) => kind === 'empty' || (kind === 'text' && text.length <= 80));

/** The last row in which a header may stand. */
const lastHeaderRow = 10;

/**
 * Finds the header among the first rows of a sheet: perhaps under a title, perhaps of two rows (a group over its
 * columns), with line breaks, blanks, notes in brackets. Null when no row names at least two of the target columns (or
 * the only one there is). Where one row does as well as two, one is taken.
 */
export function findHeader(rows: readonly Row[], columns: readonly TargetColumn[]): FoundHeader | null {
  const near = rows.filter((row) => row.row <= lastHeaderRow);
  const candidates = near.flatMap((row, i) => {
    if (!couldBeHeader(row)) return [];
    const below = rows[i + 1];
    const one: Candidate = { headerRow: row.row, texts: textsOf(row) };
    const two = below?.row === row.row + 1 && couldBeHeader(below) && row.cells.length > 1 ? [twoRows(row, below)] : [];
    return [one, ...two];
  });
  const mapped = candidates.map((candidate) => mapColumns(candidate, columns));
  const best = mapped.reduce<(FoundHeader & { score: number }) | null>(
    (most, each) => (each.score > (most?.score ?? 0) ? each : most),
    null,
  );
  if (!best || best.mapping.size < Math.min(2, columns.length)) return null;
  const { score: _, ...found } = best;
  return found;
}

/**
 * A print of a header, under which a mapping is saved: the same for the same titles in the same order, whatever their
 * blanks and line breaks, with or without the column 问题 of an error sheet.
 */
export function headerPrint(texts: readonly string[]): string {
  const titles = texts.map(bare);
  if (titles[0] === faultColumnTitle) titles.shift();
  while (titles.at(-1) === '') titles.pop();
  return titles.join('|');
}

/** A mapping in the form in which it is saved under the print: the key of each titled column in order, null where none. */
export type KeptMapping = (string | null)[];

const withFaults = ({ texts }: Pick<FoundHeader, 'texts'>): number =>
  bare(texts[0] ?? '') === faultColumnTitle ? 1 : 0;

/** What to save of a mapping: columns are counted without the column 问题. */
export function keepMapping(found: Pick<FoundHeader, 'texts' | 'mapping'>): KeptMapping {
  const from = withFaults(found);
  return found.texts.slice(from).map((_, i) => found.mapping.get(i + from) ?? null);
}

/** A saved mapping put on a sheet with the same print. */
export function applyMapping(found: FoundHeader, kept: KeptMapping): FoundHeader {
  const from = withFaults(found);
  const pairs = kept.flatMap((key, i) => (key === null ? [] : [[i + from, key] as const]));
  const mapping = new Map(pairs);
  const unknown = found.texts.flatMap((text, i) => (i >= from && bare(text) !== '' && !mapping.has(i) ? [i] : []));
  return { ...found, mapping, sure: new Map(pairs.map(([column]) => [column, true])), unknown };
}
