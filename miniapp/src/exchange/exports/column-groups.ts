import { type ExportColumnKey, exportColumns, sheetColumns } from '@wubian/shared/exchange/columns.ts';
import { fieldGroups, fieldRow } from '@wubian/shared/registry/fields.ts';
import { exportWords as w } from '../words.ts';

type Column = (typeof exportColumns)[number];

const groupOf = new Map(sheetColumns.map(({ key, field }) => [key as ExportColumnKey, fieldRow(field).group]));

/** All columns that an export may have, by the group of the file that they belong to. */
export const columnGroups: readonly { title: string; columns: readonly Column[] }[] = [
  ...Object.entries(fieldGroups).map(([group, title]) => ({
    title,
    columns: exportColumns.filter(({ key }) => groupOf.get(key) === group),
  })),
  { title: w.worked, columns: exportColumns.filter(({ key }) => !groupOf.has(key)) },
].filter(({ columns }) => columns.length > 0);

/** Columns in the order of the sheet, whatever the order in which they were chosen. */
export const inOrder = (chosen: ReadonlySet<ExportColumnKey>): ExportColumnKey[] =>
  exportColumns.flatMap(({ key }) => (chosen.has(key) ? [key] : []));
