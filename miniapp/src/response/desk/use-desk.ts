import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';
import { useLiveQuery } from '../../live.ts';
import { usePaged } from '../../paged-query.ts';
import { useIsLive } from '../../platform/live.ts';
import { noteServerTime } from './server-time.ts';

export type DeskView = Output<WubianApi['response']['desk']>;
export type DeskRow = DeskView['items'][number];

const pageSize = 20;
/** While hints come in, a look now and then is enough; without them nothing may be older than this. */
const livePollMs = 10_000;
const blindPollMs = 5_000;
const root = ['incidents', 'desk'] as const;

/** The open calls of one community, or of all that she answers for (''); as new as it can be had. */
export function useDesk(communityId: string, enabled = true) {
  const isLive = useIsLive();
  useLiveQuery(['incident'], root);
  return useQuery({
    queryKey: [...root, 'open', communityId],
    enabled,
    refetchInterval: isLive ? livePollMs : blindPollMs,
    // A desk that is not looked at must still ring.
    refetchIntervalInBackground: true,
    async queryFn() {
      const view = await api.response.desk({ ...(communityId && { communityId }) });
      noteServerTime(view.now);
      return view;
    },
  });
}

/** Calls that are over, the latest first; the last one's time is where the next page begins. */
export const usePastDesk = (communityId: string) =>
  usePaged([...root, 'past', communityId], async (before) => {
    const { items } = await api.response.desk({
      ...{ past: true, limit: pageSize },
      ...(communityId && { communityId }),
      ...(before && { before }),
    });
    return { items, next: items.length < pageSize ? null : (items.at(-1)?.raisedAt ?? null) };
  });

/** Handled calls whose elder has not been asked yet how she is. */
export const useToFollow = () =>
  useQuery({ queryKey: [...root, 'follow'], queryFn: async () => (await api.response.toFollow({})).items });
