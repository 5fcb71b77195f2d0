import { deviceEndpoints } from './devices-contract.ts';
import { drillEndpoints } from './drills-contract.ts';
import { incidentEndpoints } from './incidents-contract.ts';
import { ladderEndpoints } from './ladder-contract.ts';
import { rollCallEndpoints } from './rollcall/contract.ts';
import { rosterEndpoints } from './roster/contract.ts';
import { statisticsEndpoints } from './statistics-contract.ts';

/** 手边有响应: calls for help, and who is on duty, and roll-calls. */
export const response = {
  ...incidentEndpoints,
  ...rosterEndpoints,
  ...deviceEndpoints,
  ...drillEndpoints,
  ...ladderEndpoints,
  ...statisticsEndpoints,
  ...rollCallEndpoints,
};
