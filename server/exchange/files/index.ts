/** Sheets as files: reading any, writing ours and the office's own. Nothing here knows the registry or the database. */

export { checkXlsx } from './check-xlsx.ts';
export { fillTemplate } from './fill-template.ts';
export { openSheet } from './open-sheet.ts';
export type * from './types.ts';
export { writeCsv } from './write-csv.ts';
export { writeErrorSheet } from './write-error-sheet.ts';
export { writeSheet } from './write-sheet.ts';
export { writeTemplate } from './write-template.ts';
