import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { type Paged, usePaged } from '../../paged-query.ts';
import { useSettled } from '../../platform/use-settled.ts';
import type { ElderRow } from '../elders/use-elders.ts';

export type DeskFilter = Input<WubianApi['registry']['countElders']>;
export type DeskSort = NonNullable<Input<WubianApi['registry']['listElders']>['sort']>;

const pageSize = 50;

const conditions: readonly (keyof DeskFilter)[] = [
  'q',
  'communityId',
  'gridId',
  'category',
  'holds',
  'risk',
  'responsibleId',
  'fault',
  'status',
];

/** What is filled in, of the conditions there are: an address may hold anything; an empty choice is no condition. */
export const givenOf = (filter: DeskFilter): DeskFilter =>
  Object.fromEntries(conditions.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));

export interface Desk {
  filter: DeskFilter;
  sort: DeskSort;
  /** Changes conditions; an undefined one is taken away. */
  narrow: (changes: { [K in keyof DeskFilter]?: DeskFilter[K] | undefined }) => void;
  setSort: (sort: DeskSort) => void;
  /** Takes over a whole saved search. */
  take: (filter: DeskFilter, sort: DeskSort) => void;
  list: Paged<ElderRow>;
  count: { count: number; more: boolean } | undefined;
}

/** The registry as it is looked at: conditions, order, rows and how many there are. */
export function useDesk(first: DeskFilter): Desk {
  const [filter, setFilter] = useState(givenOf(first));
  const [sort, setSort] = useState<DeskSort>('name');
  const settled = useSettled(filter);
  const asked = givenOf(settled);
  const list = usePaged(['registry', 'elders', 'desk', asked, sort], (cursor) =>
    api.registry.listElders({ ...asked, sort, limit: pageSize, cursor }),
  );
  const count = useQuery({
    queryKey: ['registry', 'elders', 'count', asked],
    queryFn: () => api.registry.countElders(asked),
  });
  return {
    filter,
    sort,
    narrow: (changes) => setFilter(givenOf({ ...filter, ...changes } as DeskFilter)),
    setSort,
    take(next, order) {
      setFilter(givenOf(next));
      setSort(order);
    },
    list,
    count: count.data,
  };
}
