import type { Output } from '@wubian/shared/endpoint.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { roleMay, roles } from '@wubian/shared/roles.ts';
import { useState } from 'react';
import { useMe } from '../../accounts/index.ts';
import { api } from '../../api.ts';
import { useKeptQuery } from '../../kept-query.ts';
import { useLiveQuery } from '../../live.ts';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import { submit, useAnswerTo, useOutbox } from '../../platform/outbox.ts';
import type { Parcel } from '../../platform/outbox-core.ts';
import { queryClient } from '../../query.ts';
import { sosWords as w } from './words.ts';

export type SosElder = Output<typeof incidentEndpoints.sosElders>['items'][number];
type Raised = Output<typeof incidentEndpoints.raise>;

/** Whom I may call help for by one tap; kept on the phone. Undefined while nobody knows; staff look theirs up. */
export function useSosElders(): readonly SosElder[] | undefined {
  const me = useMe().data;
  const active = me?.active;
  const may = !!active && roleMay(active.role, 'sos.raise') && !roles[active.role].staff;
  const { data } = useKeptQuery('sos-elders', () => api.response.sosElders(), { ready: may });
  useLiveQuery(['incident', 'notice'], ['sos-elders']);
  if (data?.items.length) return data.items;
  // An old person's own place needs no list: she may call from the first minute, also without network.
  if (active?.elderId) return [{ id: active.elderId, name: me?.name ?? '', where: '', openIncidentId: null }];
  return data?.items;
}

const isCall = ({ endpoint }: Parcel): boolean => endpoint === 'raise';

/** Calls for help that the server has not answered yet, of who is signed in. */
export const useUnsentCalls = (): readonly Parcel[] => useOutbox().filter(isCall);

/** Raises the alarm. The id is made here: however often it is sent, it is one call. Throws the refusal of a first try. */
export async function raise(
  elder: Pick<SosElder, 'id' | 'name'>,
  more: { words?: string; heardAt?: string } = {},
  id = newId(),
): Promise<void> {
  await submit({
    room: 'response',
    endpoint: 'raise',
    input: { id, elderId: elder.id, pressedAt: new Date(now()).toISOString(), ...more },
    label: w.label(elder.name),
    key: `sos/${elder.id}`,
    urgent: true,
  });
  void queryClient.invalidateQueries({ queryKey: ['sos-elders'] });
  void queryClient.invalidateQueries({ queryKey: ['incidents'] });
}

/** How a call for this elder stands on this phone: not yet answered, or stored as which incident, and since when. */
export function useCall({ id: elderId, openIncidentId }: Pick<SosElder, 'id' | 'openIncidentId'>) {
  const parcel = useUnsentCalls().find(({ input }) => input.elderId === elderId);
  const [pressed, setPressed] = useState<string>();
  const sent = parcel ? String(parcel.input.id) : pressed;
  // Remembered while it still waits: once it is sent its parcel is gone.
  if (parcel && sent !== pressed) setPressed(sent);
  const answer = useAnswerTo(sent) as Raised | undefined;
  return {
    parcel,
    receivedAt: parcel ? undefined : answer?.receivedAt,
    incidentId: parcel ? undefined : (answer?.incidentId ?? openIncidentId ?? undefined),
    /** Back to the button, once this one is over. */
    forget: () => setPressed(undefined),
  };
}
