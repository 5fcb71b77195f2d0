import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';

export type GrantState = 'asked' | 'active' | 'past';

/** The grants of a worker's communities in one state. */
export const useStaffGrants = (state: GrantState) =>
  useQuery({ queryKey: ['registry', 'grants', state], queryFn: () => api.registry.listGrants({ state }) });
