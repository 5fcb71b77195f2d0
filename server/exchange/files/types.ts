import type { Cell } from '@wubian/shared/exchange/cell.ts';
import type { DateSystem } from '@wubian/shared/exchange/clean/serial-date.ts';

export type { Cell } from '@wubian/shared/exchange/cell.ts';

/** A row that holds something; rows without any text are left out, the numbers of the others stay. */
export interface SheetRow {
  /** As the spreadsheet program shows it: the first row is 1. In CSV the number of the record. */
  row: number;
  /** From column A on; nothing stands after the last cell that holds something. */
  cells: Cell[];
}

/** Beyond these a file is refused in words. */
export interface SheetLimits {
  /** Bytes of the file as uploaded. */
  fileBytes: number;
  /** Number of the last row. */
  rows: number;
  columns: number;
  /** UTF-16 units of one cell's text. */
  cellLength: number;
  /** Cells of the sheet with a formula. */
  formulas: number;
  /** Megabytes that the reading thread may hold. */
  memoryMb: number;
  /** Milliseconds without a sign of life after which the reading is given up. */
  silenceMs: number;
}

export interface OpenOptions {
  /** The sheet to read by its name; without it the first that holds something. */
  sheet?: string;
  /** Ends the reading; the iteration then throws the signal's reason. */
  signal?: AbortSignal;
  limits?: Partial<SheetLimits>;
}

export interface OpenedSheet {
  kind: 'xlsx' | 'csv';
  /** Of a CSV file; of a workbook it is always utf-8. */
  encoding: 'utf-8' | 'gb18030';
  /** Every sheet of the workbook in its order; of a CSV file one, named ''. */
  sheetNames: string[];
  sheetName: string;
  /** How serial numbers of days count here, for cells that hold a date as a plain number. */
  dateSystem: DateSystem;
  /**
   * To be walked once. No more than a few batches of rows are read ahead of the walker. Throws a Refusal `file_refused`
   * where the file turns out bad on the way.
   */
  rows: AsyncIterable<SheetRow>;
  /** Stops the reading and frees the thread; called by itself when the rows have been walked or the walk was left. */
  close(): Promise<void>;
}

/** A path, or the bytes in order (from the database, say). */
export type SheetSource = string | AsyncIterable<Uint8Array>;

/** A value to be written: a text stays a text ('001', '=1+1'), null is an empty cell. */
export type OutCell = string | number | boolean | null;
export type OutRow = readonly OutCell[];
export type OutRows = Iterable<OutRow> | AsyncIterable<OutRow>;

/** A column to be written. */
export interface OutColumn {
  title: string;
  /** In characters of the sheet; without it the title and `kind` decide. */
  width?: number;
  /** 'text' keeps ID numbers and phones as they are; numbers stand in 'number' columns only. */
  kind?: 'text' | 'number';
  /** Offered as a list in each cell of the column; at most 255 characters together, else no list is offered. */
  choices?: readonly string[];
}

/** A column of the template that a clerk fills in. */
export interface TemplateColumn extends OutColumn {
  required: boolean;
  /** Shown in the example row. */
  example: string;
  /** How to fill it in, for the second sheet. */
  help: string;
}

/** What is wrong, by row (1-based) and column (0-based): the words stand beside the row. */
export type CellMarks = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Where the rows go in the office's own template. */
export interface TemplatePlan {
  /** By name; without it the first sheet. */
  sheet?: string;
  /** The first row under the header, 1-based: rows are written from here on. */
  dataFrom: number;
  /** Column of the sheet (0-based) of each value of a row. */
  columns: readonly number[];
}

/** A finished file in pieces, to be streamed to a browser or into the database. */
export type FileBytes = AsyncIterable<Uint8Array>;
