import type { ReactNode } from 'react';
import type { Pages } from '../paging.ts';
import { words } from '../words.ts';
import { PlainButton } from './acts.tsx';
import { Words } from './blocks.tsx';
import { Empty, ErrorState, Loading } from './status.tsx';

/** A list that comes in pages: loading, error, empty, rows, and the way to more. */
export function Paged<T>({
  pages,
  empty,
  children,
}: {
  pages: Pages<T>;
  /** Words for a list without rows, or a whole Empty. */
  empty: string | ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  const { items, error, more, retry } = pages;
  if (!items) return error ? <ErrorState error={error} retry={retry} /> : <Loading />;
  if (!items.length) return typeof empty === 'string' ? <Empty words={empty} /> : <>{empty}</>;
  return (
    <>
      {children(items)}
      {more ? (
        <PlainButton id="more" onTap={more}>
          {words.more}
        </PlainButton>
      ) : items.length > 10 ? (
        <Words tone="soft">{words.noMore}</Words>
      ) : null}
    </>
  );
}
