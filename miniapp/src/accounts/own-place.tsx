import { useEffect, useRef, useState } from 'react';
import { useInFront } from '../platform/lifecycle.ts';
import { Page, Shown } from '../ui/index.ts';
import { words } from '../words.ts';
import { openOwnPlace } from './home-of.ts';
import { NoPagesYet } from './no-pages-yet.tsx';
import { type Me, useMe } from './use-me.ts';

/** Sends who is signed in to the home of the role she acts in. */
export function OwnPlace() {
  const me = useMe();
  return (
    <Page title={words.brand} back={false} sos>
      <Shown query={me}>{(known) => <Forward me={known} />}</Shown>
    </Page>
  );
}

function Forward({ me }: { me: Me }) {
  const [stays, setStays] = useState(false);
  const inFront = useInFront();
  const led = useRef<string>(undefined);
  useEffect(() => {
    // A fresher answer with the same place must not open that place a second time, under her finger.
    const place = `${me.active?.id}/${me.secondFactor}`;
    if (!inFront || led.current === place) return;
    led.current = place;
    void openOwnPlace(me).then((opened) => setStays(!opened));
  }, [me, inFront]);
  return stays && me.active ? <NoPagesYet held={me.active} /> : null;
}
