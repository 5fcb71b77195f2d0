import { signal } from './signal.ts';
import { stored, storedKeys } from './store.ts';
import { useSignal } from './use-signal.ts';

/** What the phone remembers of who is signed in. `owner` names account and role, so that nothing is sent as another. */
export interface Session {
  token: string;
  owner: string;
}
interface WhoIsIn {
  accountId: string;
  active: { id: string } | null;
}

const kept = stored<Session>('session');
const current = signal<Session | undefined>(kept.read());

const ownerOf = (me: WhoIsIn): string => `${me.accountId}/${me.active?.id ?? ''}`;
const keep = (session: Session): void => {
  kept.write(session);
  current.set(session);
};

export const session = {
  get: current.get,
  subscribe: current.subscribe,
  /** After a sign-in endpoint answered `{ token, me }`. */
  begin(token: string, me: WhoIsIn): void {
    keep({ token, owner: ownerOf(me) });
  },
  /** After a change of role: the same token acts as someone else. */
  become(me: WhoIsIn): void {
    const before = current.get();
    if (before) keep({ token: before.token, owner: ownerOf(me) });
  },
  /** The token died on the server. What was not sent yet stays for the same owner's next sign-in. */
  expire(): void {
    kept.drop();
    current.set(undefined);
  },
  /** Leaves this phone: everything personal goes, also what was not sent. Only the reading size stays. */
  leave(): void {
    for (const key of storedKeys('')) if (key !== 'text-size') stored(key).drop();
    current.set(undefined);
  },
};

/** The session of this phone, or undefined. */
export const useSession = (): Session | undefined => useSignal(current);
