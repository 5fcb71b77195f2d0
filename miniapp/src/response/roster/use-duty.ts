import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { api } from '../../api.ts';
import { useKeptQuery } from '../../kept-query.ts';
import { queryClient } from '../../query.ts';

type Of<N extends keyof typeof rosterEndpoints> = Output<(typeof rosterEndpoints)[N]>;
export type Today = Of<'dutyToday'>;
export type Mine = Of<'dutyMine'>;
export type RosterSheet = Of<'dutyRoster'>;
export type Post = RosterSheet['posts'][number];
export type Span = RosterSheet['spans'][number];
export type Hole = RosterSheet['holes'][number];
export type Change = RosterSheet['changes'][number];
export type Swap = Mine['swaps'][number];
export type Leave = Mine['leaves'][number];
export type Note = Mine['notes'][number];
export type Shift = Post['shifts'][number];

/** Who is on duty in a community today; the last answer stays on the phone for when there is no network. */
export const useDutyToday = (communityId: string | undefined) =>
  useKeptQuery<Today>(
    `duty-today/${communityId ?? ''}`,
    () => api.response.dutyToday({ communityId: communityId ?? '' }),
    { publicAnswer: true, ready: communityId !== undefined },
  );

export const useMyDuty = () => useQuery({ queryKey: ['duty', 'mine'], queryFn: () => api.response.dutyMine({}) });

/** Two weeks of duty; '' for every community. */
export const useRoster = (communityId: string, from: string, days = 14) =>
  useQuery({
    queryKey: ['duty', 'roster', communityId, from, days],
    queryFn: () => api.response.dutyRoster({ from, days, ...(communityId && { communityId }) }),
  });

/** Does something about duty and reads every duty page anew. */
export async function act<T>(doing: Promise<T>): Promise<T> {
  const done = await doing;
  await queryClient.invalidateQueries({ queryKey: ['duty'] });
  return done;
}
