import { exportEndpoints } from './exports-contract.ts';
import { fileEndpoints } from './files-contract.ts';
import { importEndpoints } from './imports-contract.ts';

export { Export, exportStates } from './exports-contract.ts';
export { Download, partBytes } from './files-contract.ts';
export { Batch, batchStates, ImportRow, rowStates, twinDecisions, verdicts } from './imports-contract.ts';

/** The room of 导入导出: sheets of elders into the registry and out of it. */
export const exchange = { ...fileEndpoints, ...importEndpoints, ...exportEndpoints };
