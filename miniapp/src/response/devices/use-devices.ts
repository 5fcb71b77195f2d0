import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../query.ts';

export type Device = Output<WubianApi['response']['devices']>['items'][number];
export type Made = Output<WubianApi['response']['addDevice']>;

const key = (elderId: string) => ['response', 'devices', elderId] as const;

/** The devices of an elder, those in use first. */
export const useDevices = (elderId: string | undefined) =>
  useQuery({
    queryKey: key(elderId ?? ''),
    queryFn: () => api.response.devices({ elderId: elderId ?? '' }),
    enabled: !!elderId,
  });

/** Does something with a device and reads the list anew. */
export async function changing<T>(elderId: string, act: () => Promise<T>): Promise<T> {
  const done = await act();
  await queryClient.invalidateQueries({ queryKey: key(elderId) });
  return done;
}
