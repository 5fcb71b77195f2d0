import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Input, Output } from '@wubian/shared/endpoint.ts';
import { api } from '../api.ts';
import { usePaged } from '../paged-query.ts';

const everyMs = 60_000;

export type Community = Output<WubianApi['office']['board']>['communities'][number];
export type OfficePile = NonNullable<Input<WubianApi['office']['tasks']>['pile']>;
export type Rules = Output<WubianApi['office']['rules']>['rules'];

/** The whole street at once; asked again each minute while the page is in front. */
export const useBoard = () =>
  useQuery({ queryKey: ['office', 'board'], queryFn: () => api.office.board(), refetchInterval: everyMs });

/** The street's tasks by community ('' for all) and state. */
export const useOfficeTasks = (communityId: string, pile: OfficePile) =>
  usePaged(['office', 'tasks', communityId, pile], (cursor) =>
    api.office.tasks({ pile, limit: 20, cursor, ...(communityId && { communityId }) }),
  );

/** Who served whom in the last thirty days. */
export const usePairs = (communityId: string) =>
  usePaged(['office', 'pairs', communityId], (cursor) =>
    api.office.pairs({ limit: 20, cursor, ...(communityId && { communityId }) }),
  );

/** The rules that hold now, and every change. */
export const useRules = () => useQuery({ queryKey: ['office', 'rules'], queryFn: () => api.office.rules() });
