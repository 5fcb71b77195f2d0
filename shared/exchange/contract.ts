import { exportEndpoints } from './exports-contract.ts';
import { fileEndpoints } from './files-contract.ts';
import { importEndpoints } from './imports-contract.ts';

/** The room of 导入导出: sheets of elders into the registry and out of it. */
export const exchange = { ...fileEndpoints, ...importEndpoints, ...exportEndpoints };
