import { useQuery } from '@tanstack/react-query';
import type { Input, Output } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { moves, type PersonMove } from '@wubian/shared/response/lifecycle.ts';
import { api } from '../../api.ts';
import { useLiveQuery } from '../../live.ts';
import { useIsLive } from '../../platform/live.ts';
import { newId } from '../../platform/new-id.ts';
import { submit } from '../../platform/outbox.ts';
import { session, useSession } from '../../platform/session.ts';
import { stored } from '../../platform/store.ts';
import { queryClient } from '../../query.ts';
import { say } from '../../ui/index.ts';
import { incidentWords as w } from './words.ts';

export type Incident = Output<typeof incidentEndpoints.incident>;
export type IncidentRow = Output<typeof incidentEndpoints.myIncidents>['items'][number];
/** What an act says beside its name. */
export type Said = Omit<Input<typeof incidentEndpoints.act>, 'incidentId' | 'id' | 'move'>;

/** While hints come in, a question now and then is a safety net; without them it is the only way to know. */
const everyMs = { live: 10_000, alone: 4_000 };

const keyOf = (id: string | undefined) => ['incident', id] as const;
const myKey = ['incidents', 'mine'] as const;
/** The last one that was open stays on the phone: its door must be there without network. */
const keptOf = (owner: string) => stored<Incident>(`kept/${owner}/incident`);

/** One incident as the active role may see it, kept fresh while it is in sight. */
export function useIncident(id: string | undefined) {
  const owner = useSession()?.owner ?? '';
  const isLive = useIsLive();
  // Family is told by notices; the desk and who comes hear of the call itself.
  useLiveQuery(['incident', 'notice'], keyOf(id));
  return useQuery<Incident>({
    queryKey: keyOf(id),
    enabled: id !== undefined && owner !== '',
    async queryFn() {
      const answer = await api.response.incident({ incidentId: id ?? '' });
      if (session.get()?.owner === owner && answer.open) keptOf(owner).write(answer);
      return answer;
    },
    initialData: () => {
      const kept = keptOf(owner).read();
      return kept?.id === id ? kept : undefined;
    },
    initialDataUpdatedAt: 0,
    refetchInterval: isLive ? everyMs.live : everyMs.alone,
  });
}

/** Those that concern me: open ones and those of the last day. */
export function useMyIncidents() {
  const signedIn = useSession() !== undefined;
  const isLive = useIsLive();
  useLiveQuery(['incident', 'notice'], myKey);
  return useQuery({
    queryKey: myKey,
    enabled: signedIn,
    queryFn: () => api.response.myIncidents(),
    refetchInterval: isLive ? everyMs.live : everyMs.alone * 4,
  });
}

/** Puts the server's newest answer in place and lets lists catch up. */
function keepIncident(answer: Incident): void {
  queryClient.setQueryData(keyOf(answer.id), answer);
  for (const queryKey of [['incidents'], ['notices'], ['sos-elders']]) void queryClient.invalidateQueries({ queryKey });
}

/** Reads everything about one incident anew. */
export const refreshIncident = (id: string): Promise<void> => queryClient.invalidateQueries({ queryKey: keyOf(id) });

/** What is said from the staircase, where there may be no network: kept on the phone until it went out. */
const keptMoves: readonly PersonMove[] = ['setOut', 'arrive', 'cannotEnter', 'pressAgain', 'saysFine', 'giveBack'];

/**
 * Does one act on an incident. True when the server has it; false when it waits on the phone. Throws the refusal's
 * words, with the page already read anew, because what was drawn is no longer so. A form that may send the same act
 * again gives it an `id` of its own: twice is once.
 */
export async function actOn(
  { id: incidentId, elder }: { id: string; elder: { name: string } },
  move: PersonMove,
  { id = newId(), ...said }: Said & { id?: string } = {},
): Promise<boolean> {
  const input = { incidentId, id, move, ...said };
  try {
    if (!keptMoves.includes(move)) {
      keepIncident(await api.response.act(input));
      return true;
    }
    const label = w.unsentAct(moves[move].label, elder.name);
    const delivery = await submit({ room: 'response', endpoint: 'act', input, label, key: incidentId });
    if (delivery.sent) keepIncident(delivery.answer);
    else say(w.kept);
    return delivery.sent;
  } catch (error) {
    if (error instanceof Refusal) await refreshIncident(incidentId);
    throw error;
  }
}
