import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useOnline } from '../../platform/network.ts';
import { dismissParcel } from '../../platform/outbox.ts';
import type { Parcel } from '../../platform/outbox-core.ts';
import { aria, Card, confirm, DangerButton, say, Words } from '../../ui/index.ts';
import { CallLists } from '../call-lists.tsx';
import { EmergencyCalls, EmergencyRow } from '../emergency-calls.tsx';
import { sosWords as w } from './words.ts';

const patienceMs = 5_000;

/** True once the server has left us waiting for five seconds, or has not answered a first try. */
function useTooLong({ tries }: Parcel): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return over || tries > 1;
}

/** Pressed, and the server has not said that it is stored: it is not received, and the page says so. */
export function UnsentCall({ parcel, elderId }: { parcel: Parcel; elderId: string }) {
  const online = useOnline();
  const tooLong = useTooLong(parcel);
  const refused = parcel.state === 'refused';
  const stuck = refused || !online || tooLong;
  const title = refused ? w.refusedTitle : online ? w.slow : w.noNetwork;
  const lines = refused ? [parcel.words ?? ''] : [w.ring, w.trying];

  async function giveUp() {
    if (!(await confirm({ title: w.giveUpTitle, words: w.giveUpWords, yes: w.giveUp, danger: true }))) return;
    dismissParcel(parcel.id);
    say(w.givenUp);
  }
  return (
    <>
      <View {...aria({ role: 'alert' })}>
        <Card tone="glow">
          <View className="w-call-state w-call-state--wait">{stuck ? title : w.sending}</View>
          {(stuck ? lines : [w.sendingWords]).map((line) => (
            <Words key={line} tone="lead">
              {line}
            </Words>
          ))}
        </Card>
      </View>
      {stuck ? <EmergencyCalls /> : <EmergencyRow />}
      <CallLists elderId={elderId} />
      <DangerButton id="give-up" onTap={giveUp}>
        {w.giveUp}
      </DangerButton>
    </>
  );
}
