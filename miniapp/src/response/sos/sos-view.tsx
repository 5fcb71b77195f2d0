import { useState } from 'react';
import { buzz } from '../../platform/buzz.ts';
import { queryClient } from '../../query.ts';
import { confirm, PlainButton, Stack, sayError, Words } from '../../ui/index.ts';
import { CallLists } from '../call-lists.tsx';
import { EmergencyRow } from '../emergency-calls.tsx';
import { CallState } from './call-state.tsx';
import { HoldButton } from './hold-button.tsx';
import { UnsentCall } from './unsent-call.tsx';
import { raise, type SosElder, useCall } from './use-sos.ts';
import { sosWords as w } from './words.ts';

interface ElderSosProps {
  elder: SosElder;
  /** Whether it is herself who holds the phone. */
  own: boolean;
}

/** The call for one elder, in whatever state it is: not made, not answered yet, or stored. */
export function ElderSos({ elder, own }: ElderSosProps) {
  const one = useCall(elder);
  // How it ended stays in sight until she has read it, though it is no longer among the open ones.
  const [shown, setShown] = useState<string>();
  const incidentId = one.incidentId ?? shown;
  if (incidentId && incidentId !== shown) setShown(incidentId);
  if (one.parcel) return <UnsentCall parcel={one.parcel} elderId={elder.id} />;
  if (incidentId) {
    const onOver = async () => {
      // First the list without it, or it would come back into sight.
      await queryClient.invalidateQueries({ queryKey: ['sos-elders'] });
      setShown(undefined);
      one.forget();
    };
    return <CallState incidentId={incidentId} elderId={elder.id} receivedAt={one.receivedAt} onOver={onOver} />;
  }
  return <CallButton elder={elder} own={own} />;
}

function CallButton({ elder, own }: ElderSosProps) {
  const send = () => {
    buzz();
    raise(elder).catch(sayError);
  };
  async function ask() {
    const title = own ? w.sure : w.sureFor(elder.name);
    if (await confirm({ title, words: w.sureWords, yes: w.yes, danger: true })) send();
  }
  return (
    <>
      <Stack>
        <Words tone="lead">{own ? w.holdHint : w.holdFor(elder.name)}</Words>
        <HoldButton onHeld={send} onTap={ask} />
        <PlainButton id="tap-instead" onTap={ask}>
          {w.tapInstead}
        </PlainButton>
      </Stack>
      <EmergencyRow />
      <CallLists elderId={elder.id} />
    </>
  );
}
