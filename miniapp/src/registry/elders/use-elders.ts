import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { Category } from '@wubian/shared/registry/categories.ts';
import { api } from '../../api.ts';
import { usePaged } from '../../paged-query.ts';

export type Elder = Output<WubianApi['registry']['readElder']>;
export type ElderRow = Output<WubianApi['registry']['listElders']>['items'][number];

/** What is looked for; '' is no condition. */
export interface ElderSearch {
  q: string;
  communityId: string;
  category: Category | '';
}

export const anyElder: ElderSearch = { q: '', communityId: '', category: '' };

/** The registry by name, pinyin initials, door and category. */
export const useElders = ({ q, communityId, category }: ElderSearch, enabled = true) =>
  usePaged(
    ['registry', 'elders', q, communityId, category],
    (cursor) =>
      api.registry.listElders({
        limit: 20,
        cursor,
        ...(q && { q }),
        ...(communityId && { communityId }),
        ...(category && { category }),
      }),
    enabled,
  );

export const elderKey = (elderId: string) => ['registry', 'elder', elderId] as const;

/** One file, whole. */
export const useElder = (elderId: string | undefined) =>
  useQuery({
    queryKey: elderKey(elderId ?? ''),
    queryFn: () => api.registry.readElder({ elderId: elderId ?? '' }),
    enabled: !!elderId,
  });
