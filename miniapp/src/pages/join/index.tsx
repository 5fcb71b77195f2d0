import { useState } from 'react';
import type { Joining } from '../../accounts/join-as.tsx';
import { JoinAs } from '../../accounts/join-as.tsx';
import { JoinFamily } from '../../accounts/join-family.tsx';
import { JoinVolunteer } from '../../accounts/join-volunteer.tsx';
import { JoinWaiting } from '../../accounts/join-waiting.tsx';
import { useMe } from '../../accounts/use-me.ts';
import { accountWords as say } from '../../accounts/words.ts';
import { canGoBack, go } from '../../platform/nav.ts';
import { Page, PlainButton, Shown } from '../../ui/index.ts';

/** Who has no role yet (or wants another) says who she is and for whom; what waits for others is said plainly. */
export default function Join() {
  const me = useMe();
  const [as, setAs] = useState<Joining>();
  return (
    <Page title={say.join} sos back={canGoBack()}>
      <Shown query={me}>
        {(known) => (
          <>
            {as ? null : <JoinWaiting me={known} />}
            <JoinAs me={known} as={as} onChange={setAs} />
            {as === 'volunteer' ? <JoinVolunteer me={known} /> : null}
            {as === 'self' || as === 'family' ? <JoinFamily key={as} me={known} as={as} /> : null}
            {known.active ? null : (
              <PlainButton id="me" icon="person" onTap={() => go('me')}>
                {say.me}
              </PlainButton>
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}
