import { useQuery } from '@tanstack/react-query';
import type { Input, Output } from '@wubian/shared/endpoint.ts';
import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import { api } from '../../api.ts';
import { useLiveQuery } from '../../live.ts';
import { type Paged, usePaged } from '../../paged-query.ts';
import { useIsLive } from '../../platform/live.ts';
import { newId } from '../../platform/new-id.ts';
import { submit } from '../../platform/outbox.ts';
import { queryClient } from '../../query.ts';
import { say } from '../../ui/index.ts';
import { myRollWords } from './words.ts';

type Of<N extends keyof typeof rollCallEndpoints> = Output<(typeof rollCallEndpoints)[N]>;
export type Head = Of<'rollCalls'>['items'][number];
export type Progress = Of<'rollCall'>;
export type Row = Of<'rollCallRows'>['items'][number];
export type MyRow = Of<'answerRollCall'>;
export type Pile = NonNullable<Input<(typeof rollCallEndpoints)['rollCallRows']>['pile']>;
export type Choice = Input<(typeof rollCallEndpoints)['startRollCall']>['choice'];
export type Answer = Input<(typeof rollCallEndpoints)['answerRollCall']>['answer'];

const root = 'roll-calls';
/** While hints come in a question now and then is a safety net; without them it is the only way to know. */
const everyMs = (isLive: boolean): number => (isLive ? 30_000 : 6_000);

export function useRollCalls(enabled = true): Paged<Head> {
  useLiveQuery(['rollCall'], [root]);
  return usePaged([root, 'all'], (cursor) => api.response.rollCalls({ limit: 20, ...(cursor && { cursor }) }), enabled);
}

/** How one stands, kept fresh while it is in sight. */
export function useRollCall(id: string, communityId: string) {
  const isLive = useIsLive();
  useLiveQuery(['rollCall'], [root]);
  return useQuery({
    queryKey: [root, id, communityId],
    enabled: id !== '',
    queryFn: () => api.response.rollCall({ rollCallId: id, ...(communityId && { communityId }) }),
    refetchInterval: ({ state }) => (state.data?.phase === 'closed' ? false : everyMs(isLive)),
    placeholderData: (before) => before,
  });
}

export const useRows = (id: string, narrow: { pile: Pile; communityId: string; building: string }): Paged<Row> =>
  usePaged([root, id, 'rows', narrow], (cursor) =>
    api.response.rollCallRows({
      ...{ rollCallId: id, pile: narrow.pile, limit: 20 },
      ...(narrow.communityId && { communityId: narrow.communityId }),
      ...(narrow.building && { building: narrow.building }),
      ...(cursor && { cursor }),
    }),
  );

export const useReport = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [root, id, 'report'],
    enabled,
    queryFn: () => api.response.rollCallReport({ rollCallId: id }),
  });

/** What is asked of me now. */
export function useMyRollCalls(enabled = true) {
  const isLive = useIsLive();
  useLiveQuery(['rollCall', 'notice'], [root, 'mine']);
  return useQuery({
    queryKey: [root, 'mine'],
    enabled,
    queryFn: () => api.response.myRollCalls(),
    refetchInterval: everyMs(isLive),
  });
}

export function useAboutMe() {
  useLiveQuery(['rollCall', 'notice'], [root, 'about-me']);
  return useQuery({
    queryKey: [root, 'about-me'],
    queryFn: () => api.response.rollCallsAboutMe(),
    refetchInterval: 60_000,
  });
}

/** Does something about a roll-call and reads every page of it anew. */
export async function act<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } finally {
    void queryClient.invalidateQueries({ queryKey: [root] });
  }
}

/** One tap about one old person; without network it is kept on the phone and goes out later. */
export async function answer(row: MyRow, said: Answer, label: string): Promise<void> {
  const input = { rowId: row.id, id: newId(), answer: said };
  const sending = submit({ room: 'response', endpoint: 'answerRollCall', input, label, key: row.id });
  const { sent } = await act(sending);
  if (!sent) say(myRollWords.kept);
  else if (said === 'needsHelp') say(myRollWords.helpSent);
}

export const undo = (row: MyRow) => act(api.response.undoRollCallAnswer({ rowId: row.id, id: newId() }));
