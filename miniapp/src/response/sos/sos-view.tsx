import { useState } from 'react';
import { buzz } from '../../platform/buzz.ts';
import { confirm, PlainButton, Stack, sayError, Words } from '../../ui/index.ts';
import { CallLists } from '../call-lists.tsx';
import { EmergencyRow } from '../emergency-calls.tsx';
import { useIncident } from '../incident/use-incident.ts';
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

/**
 * The call for one elder, in whatever state it is: not made, not answered yet, or stored. Only what is known to be
 * stored and open takes the place of the button: a call too many joins the open one, a call too few is a disaster.
 */
export function ElderSos({ elder, own }: ElderSosProps) {
  const { parcel, incidentId, receivedAt, forget } = useCall(elder);
  // How it ended stays in sight until she has read it, though it is no longer among the open ones.
  const [shown, setShown] = useState<string>();
  const id = incidentId ?? shown;
  const query = useIncident(id);
  const stands = receivedAt !== undefined || query.data?.open === true;
  if (stands && id !== shown) setShown(id);

  if (parcel) return <UnsentCall parcel={parcel} elderId={elder.id} />;
  if (!id || (!stands && id !== shown)) return <CallButton elder={elder} own={own} />;
  const onOver = () => {
    setShown(undefined);
    forget();
  };
  return <CallState elder={elder} query={query} receivedAt={receivedAt} onOver={onOver} />;
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
