import { useInfiniteQuery } from '@tanstack/react-query';

interface PageOf<T> {
  items: T[];
  next: string | null;
}

/** What a paged list knows; made for `PagedList` of ui/. */
export interface Paged<T> {
  items: T[] | undefined;
  error: unknown;
  refetch(): unknown;
  /** Reads on; absent on the last page. */
  more: (() => Promise<unknown>) | undefined;
}

/** A list that is read page by page with the server's cursor. `key` is the query key. */
export function usePaged<T>(
  key: readonly unknown[],
  ask: (cursor: string | undefined) => Promise<PageOf<T>>,
  enabled = true,
): Paged<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    enabled,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage ? () => query.fetchNextPage({ throwOnError: true }) : undefined,
  };
}
