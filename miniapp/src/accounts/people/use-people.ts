import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Input, Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';

export type Person = Output<WubianApi['accounts']['people']>['items'][number];

/** Who holds which role in the reach of the caller. */
export const usePeople = (filter: Input<WubianApi['accounts']['people']> = {}) =>
  useQuery({
    queryKey: ['accounts', 'people', filter.role ?? '', filter.state ?? ''],
    queryFn: () => api.accounts.people(filter),
  });
