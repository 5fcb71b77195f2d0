import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';

export type Volunteer = Output<WubianApi['companion']['volunteers']>['items'][number];

/** The volunteers of the worker's communities. */
export const useVolunteers = () =>
  useQuery({ queryKey: ['companion', 'volunteers'], queryFn: () => api.companion.volunteers() });
