import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { ParameterValue } from '@wubian/shared/office/parameter-forms.ts';
import type { ParameterName } from '@wubian/shared/office/parameters.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../query.ts';

export type Parameter = Output<WubianApi['office']['parameter']>['parameter'];
export type Change = Parameter['changes'][number];

/** Every parameter as it stands today. */
export const useParameters = () =>
  useQuery({ queryKey: ['office', 'parameters'], queryFn: () => api.office.parameters() });

/** One parameter with its history. */
export const useParameter = (key: ParameterName) =>
  useQuery({ queryKey: ['office', 'parameter', key], queryFn: () => api.office.parameter({ key }) });

/** What a change says: which value, from which day, and why. `id` makes a second sending the same change. */
export interface NewChange {
  id: string;
  from: string;
  value: ParameterValue;
  reason: string;
}

/** Sends a change made on the version that is shown; a refusal is thrown, and the newest version is asked for. */
export async function changeParameter({ key, version }: Parameter, change: NewChange): Promise<void> {
  try {
    await api.office.setParameter({ key, version, ...change });
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['office'] });
  }
}

/** Takes a planned change back. */
export async function withdrawChange(key: ParameterName, changeId: string, reason: string): Promise<void> {
  await api.office.withdrawParameter({ key, changeId, reason });
  await queryClient.invalidateQueries({ queryKey: ['office'] });
}
