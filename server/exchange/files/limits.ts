import type { SheetLimits } from './types.ts';

/** What a street's sheets need, with room above; a 100,000-row, 25-column sheet has about 12 MB. */
export const sheetLimits: SheetLimits = {
  fileBytes: 40 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  cellLength: 2_000,
  formulas: 5_000,
  memoryMb: 256,
  silenceMs: 60_000,
};

/** What the entries of a workbook may unpack to, in bytes. */
export interface UnpackLimits {
  entries: number;
  entryBytes: number;
  sharedStringBytes: number;
  totalBytes: number;
  /** Unpacked bytes for each packed one, asked from the first megabyte on. */
  ratio: number;
}

export const unpackLimits: UnpackLimits = {
  entries: 500,
  entryBytes: 400 * 1024 * 1024,
  sharedStringBytes: 160 * 1024 * 1024,
  totalBytes: 600 * 1024 * 1024,
  ratio: 200,
};
