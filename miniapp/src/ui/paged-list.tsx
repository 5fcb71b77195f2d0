import type { ReactNode } from 'react';
import { words } from '../words.ts';
import { PlainButton } from './acts.tsx';
import { Stack } from './blocks.tsx';
import { Empty, ErrorState, Loading } from './status.tsx';

interface PagedListProps<T> {
  list: { items: T[] | undefined; error: unknown; refetch(): unknown; more: (() => Promise<unknown>) | undefined };
  /** Said when there is nothing. */
  empty: string;
  children: (items: T[]) => ReactNode;
  id?: string | undefined;
}

/** A list with all its states: loading, failed, empty, and 看更多 while there is more. */
export function PagedList<T>({ list: { items, error, refetch, more }, empty, children, id }: PagedListProps<T>) {
  if (!items) return error ? <ErrorState error={error} retry={refetch} /> : <Loading />;
  if (!items.length) return <Empty words={empty} />;
  return (
    <Stack>
      {children(items)}
      {more ? (
        <PlainButton id={id ? `${id}-more` : 'more'} onTap={more}>
          {words.more}
        </PlainButton>
      ) : null}
    </Stack>
  );
}
