import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../api.ts';
import { usePaged } from '../paged-query.ts';
import { queryClient } from '../query.ts';

export type Assessments = Output<WubianApi['bedside']['listAssessments']>;
export type AbilityResult = Assessments['items'][number];

/** All results of one elder and whether she is due. */
export const useAssessments = (elderId: string | undefined) =>
  useQuery({
    queryKey: ['bedside', 'assessments', elderId],
    queryFn: () => api.bedside.listAssessments({ elderId: elderId ?? '' }),
    enabled: !!elderId,
  });

/** What befell her, newest first; the first page holds the last 30 days of anybody. */
export const useRiskEvents = (elderId: string) =>
  usePaged(['bedside', 'events', elderId], (cursor) => api.bedside.listRiskEvents({ elderId, limit: 50, cursor }));

/** Whom staff of the area should assess. */
export const useDueAssessments = () =>
  usePaged(['bedside', 'due'], (cursor) => api.bedside.dueAssessments({ limit: 20, cursor }));

/** After a write: results, events and the list of those due are read anew, and the files that show a level. */
export async function bedsideChanged(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['registry'] });
  await queryClient.invalidateQueries({ queryKey: ['bedside'] });
}
