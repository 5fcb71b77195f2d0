import { incidentEndpoints } from './incidents-contract.ts';

export const response = { ...incidentEndpoints };
