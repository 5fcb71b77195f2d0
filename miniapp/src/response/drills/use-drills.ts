import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { api } from '../../api.ts';
import type { Paged } from '../../paged-query.ts';

export type Drill = Output<WubianApi['response']['drills']>['items'][number];
export type Replay = Output<WubianApi['response']['replayIncident']>;

/** The drills, the newest first; asked again every ten seconds, for those that run. */
export function useDrills(): Paged<Drill> {
  const query = useInfiniteQuery({
    queryKey: ['response', 'drills'],
    queryFn: ({ pageParam }) => api.response.drills({ limit: 10, ...(pageParam && { before: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 10_000,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage ? () => query.fetchNextPage({ throwOnError: true }) : undefined,
  };
}

/** The last calls that are over. */
export const usePastCalls = () =>
  useQuery({ queryKey: ['response', 'past'], queryFn: () => api.response.desk({ past: true, limit: 10 }) });

/** A call replayed; without a ladder under its own. */
export const useReplay = (incidentId: string, ladder: Ladder | undefined) =>
  useQuery({
    queryKey: ['response', 'replay', incidentId, JSON.stringify(ladder ?? null)],
    queryFn: () => api.response.replayIncident({ incidentId, ...(ladder && { ladder }) }),
    placeholderData: (before) => before,
  });
