import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../api.ts';

export type Area = Output<WubianApi['registry']['areas']>['communities'][number];

/** The communities in the worker's reach, with their grids and estates. */
export const useAreas = () =>
  useQuery({ queryKey: ['registry', 'areas'], queryFn: () => api.registry.areas(), staleTime: 600_000 });

/** The names of communities by id, for rows that carry only ids. */
export function useAreaNames(): (ids: readonly string[]) => string {
  const { data } = useAreas();
  return (ids) => ids.flatMap((id) => data?.communities.find((one) => one.id === id)?.name ?? []).join('、');
}
