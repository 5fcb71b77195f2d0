import { OwnPlace } from '../../accounts/own-place.tsx';
import { Welcome } from '../../accounts/welcome.tsx';
import { useSession } from '../../platform/session.ts';

/** What opens first: the sign of the house and the way in; who is signed in goes on to her own place. */
export default function Home() {
  return useSession() ? <OwnPlace /> : <Welcome />;
}
