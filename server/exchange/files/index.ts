/** Sheets as files: reading any, writing ours and the office's own. Nothing here knows the registry or the database. */

export { checkXlsx } from './check-xlsx.ts';
export { openSheet } from './open-sheet.ts';
export type * from './types.ts';
