import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../query.ts';
import { type Elder, elderKey } from '../elders/use-elders.ts';

export type Life = Output<WubianApi['registry']['listLife']>;
export type UndoAsked = Output<WubianApi['registry']['pendingUndos']>['items'][number];

const lifeKey = (elderId: string) => ['registry', 'life', elderId] as const;
const undosKey = ['registry', 'undos'] as const;

/** What has become of one person so far. */
export const useLife = (elderId: string) =>
  useQuery({ queryKey: lifeKey(elderId), queryFn: () => api.registry.listLife({ elderId }) });

/** Undos of my area that wait for a second person. */
export const usePendingUndos = () =>
  useQuery({ queryKey: undosKey, queryFn: () => api.registry.pendingUndos(), select: ({ items }) => items });

/** Shows the file as it is after an act on its life, and has everything that depends on it read anew. */
export function lifeChanged(elder: Elder): void {
  queryClient.setQueryData(elderKey(elder.id), elder);
  for (const queryKey of [lifeKey(elder.id), undosKey, ['registry', 'elders'], ['companion']])
    void queryClient.invalidateQueries({ queryKey: [...queryKey] });
}
