import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';
import { usePaged } from '../../paged-query.ts';

const everyMs = 60_000;

/** The piles, the most urgent first: a worry before a broken appointment before a quarrel before what is new. */
export const piles = ['concern', 'late', 'objected', 'asked', 'open', 'running', 'past'] as const;
export type Pile = (typeof piles)[number];
export type Counts = Output<WubianApi['companion']['queue']>['counts'];

/** How many lie in each pile; asked again each minute while the page is in front. */
export const useQueueCounts = (communityId: string) =>
  useQuery({
    queryKey: ['companion', 'queue', 'counts', communityId],
    queryFn: async () => (await api.companion.queue({ limit: 1, ...(communityId && { communityId }) })).counts,
    refetchInterval: everyMs,
  });

/** One pile, page by page. */
export const useQueue = (pile: Pile, communityId: string) =>
  usePaged(['companion', 'queue', pile, communityId], (cursor) =>
    api.companion.queue({ pile, limit: 20, cursor, ...(communityId && { communityId }) }),
  );

/** The first pile in which something lies; new requests when there is nothing. */
export const mostUrgent = (counts: Counts): Pile =>
  piles.find((pile) => pile !== 'past' && pile !== 'running' && counts[pile] > 0) ?? 'asked';
