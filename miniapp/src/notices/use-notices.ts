import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { usePaged } from '../paged-query.ts';
import { useSession } from '../platform/session.ts';

const everyMs = 60_000;

/** How many notices of the active role wait; asked again each minute while the page is in front. */
export const useUnread = (): number => {
  const signedIn = useSession() !== undefined;
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => api.notices.unread(),
    enabled: signedIn,
    refetchInterval: everyMs,
  });
  return data?.unread ?? 0;
};

/** My notices, new ones first. */
export const useNotices = () => usePaged(['notices', 'list'], (cursor) => api.notices.list({ limit: 20, cursor }));

/** Marks as read: the given notices, or all. */
export function useMarkRead(): (ids?: string[]) => Promise<void> {
  const client = useQueryClient();
  return async (ids) => {
    await api.notices.read(ids ? { ids } : {});
    await client.invalidateQueries({ queryKey: ['notices'] });
  };
}
