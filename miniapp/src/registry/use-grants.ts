import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../api.ts';
import { useSession } from '../platform/session.ts';

export type Grant = Output<WubianApi['registry']['listGrants']>['items'][number];

/** The grants that concern the active role: mine as family, those for me as an elder. */
export function useGrants() {
  const signedIn = useSession() !== undefined;
  return useQuery({ queryKey: ['grants'], queryFn: () => api.registry.listGrants({}), enabled: signedIn });
}
