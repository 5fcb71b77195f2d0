import type { SocketLink } from './socket-link.ts';

const MOST_OF_ACCOUNT = 8;
/** A phone company may hide a thousand people behind one address. */
const MOST_OF_ADDRESS = 1_000;
const MOST_NOT_SIGNED_IN = 50;

type Groups = Map<string, Set<SocketLink>>;

function put(groups: Groups, key: string, link: SocketLink): Set<SocketLink> {
  const those = groups.get(key) ?? new Set();
  groups.set(key, those.add(link));
  return those;
}

function take(groups: Groups, key: string, link: SocketLink): void {
  const those = groups.get(key);
  those?.delete(link);
  if (those?.size === 0) groups.delete(key);
}

/** The connections of this process, and how many one address and one account may have. */
export function socketBook() {
  const links = new Set<SocketLink>();
  const byAddress: Groups = new Map();
  const byAccount: Groups = new Map();

  return {
    all: (): SocketLink[] => [...links],
    size: (): number => links.size,

    /** Whether this address has all that it may have: in all, or of those that have not signed in. */
    isCrowded(address: string): boolean {
      const those = byAddress.get(address);
      if (!those || those.size < MOST_NOT_SIGNED_IN) return false;
      if (those.size >= MOST_OF_ADDRESS) return true;
      let strangers = 0;
      for (const link of those) if (!link.caller()) strangers++;
      return strangers >= MOST_NOT_SIGNED_IN;
    },

    add(link: SocketLink): void {
      links.add(link);
      put(byAddress, link.address, link);
    },

    /** The newest of an account stay: an old one may be a phone that left its network without a word. */
    entered(link: SocketLink): void {
      const { accountId } = link.caller()!;
      const those = put(byAccount, accountId, link);
      const [oldest] = those;
      if (those.size <= MOST_OF_ACCOUNT || !oldest) return;
      take(byAccount, accountId, oldest);
      oldest.end('replaced');
    },

    remove(link: SocketLink): void {
      links.delete(link);
      take(byAddress, link.address, link);
      const caller = link.caller();
      if (caller) take(byAccount, caller.accountId, link);
    },
  };
}
