import { deviceEndpoints } from './devices-contract.ts';
import { incidentEndpoints } from './incidents-contract.ts';
import { rosterEndpoints } from './roster/contract.ts';

/** 手边有响应: calls for help, and who is on duty. */
export const response = { ...incidentEndpoints, ...rosterEndpoints, ...deviceEndpoints };
