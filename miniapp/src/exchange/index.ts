export { ExportForm } from './exports/export-form.tsx';
export { ExportList } from './exports/export-list.tsx';
export { ExportWhat } from './exports/export-what.tsx';
export { BatchList } from './imports/batch-list.tsx';
export { BatchView } from './imports/batch-view.tsx';
export { StartImport } from './imports/start-import.tsx';
export { useBatch, useBatches } from './use-batches.ts';
export { exportWords, importWords } from './words.ts';
