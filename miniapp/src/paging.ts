import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';

interface OnePage<T> {
  items: T[];
  next: string | null;
}

/** A list that grows by pages. */
export interface Pages<T> {
  /** Every row read so far; undefined before the first answer. */
  items: T[] | undefined;
  error: unknown;
  /** Reads the next page; undefined when there is none. Throws what the server refused. */
  more: (() => Promise<void>) | undefined;
  retry: () => unknown;
}

/** Reads a list page by page: `usePages(['elders', q], (cursor) => api.registry.listElders({ q, cursor }))`. */
export function usePages<T>(
  key: readonly unknown[],
  load: (cursor: string | undefined) => Promise<OnePage<T>>,
  enabled = true,
): Pages<T> {
  const query = useInfiniteQuery<
    OnePage<T>,
    Error,
    InfiniteData<OnePage<T>, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
  async function more() {
    const result = await query.fetchNextPage();
    if (result.isFetchNextPageError) throw result.error;
  }
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    error: query.error,
    more: query.hasNextPage ? more : undefined,
    retry: query.refetch,
  };
}
