import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';
import { usePaged } from '../../paged-query.ts';

export type Twins = Output<WubianApi['registry']['listTwins']>['items'][number];
export type Pair = Output<WubianApi['registry']['showPair']>;
export type PairField = Pair['fields'][number];
export type Merge = Output<WubianApi['registry']['undoMerge']>;

/** Pairs that may be one person's; '' is every community. */
export const useTwins = (state: 'open' | 'dismissed', communityId: string, enabled: boolean) =>
  usePaged(
    ['registry', 'twins', state, communityId],
    (cursor) => api.registry.listTwins({ state, cursor, ...(communityId && { communityId }) }),
    enabled,
  );

export const useMerges = (enabled: boolean) =>
  usePaged(['registry', 'merges'], (cursor) => api.registry.listMerges({ cursor }), enabled);

/** Two files side by side. */
export const usePair = (leftId: string | undefined, rightId: string | undefined) =>
  useQuery({
    queryKey: ['registry', 'pair', leftId, rightId],
    queryFn: () => api.registry.showPair({ leftId: leftId!, rightId: rightId! }),
    enabled: !!leftId && !!rightId,
    // What was chosen hangs on what was shown: it is not exchanged under the reader's hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
