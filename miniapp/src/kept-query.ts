import { useQuery } from '@tanstack/react-query';
import { session, useSession } from './platform/session.ts';
import { stored } from './platform/store.ts';

/**
 * A query whose last answer stays on the phone, so that the page works without network. Kept per person and role
 * (never shown to another) and cleared when she leaves the phone. `name` is the query key; `publicAnswer` may be
 * asked and kept without a sign-in; `ready: false` holds the question back while what it depends on is not known.
 */
export function useKeptQuery<T>(
  name: string,
  ask: () => Promise<T>,
  { publicAnswer = false, ready = true }: { publicAnswer?: boolean; ready?: boolean } = {},
) {
  const owner = useSession()?.owner ?? '';
  const kept = stored<T>(publicAnswer ? `kept/${name}` : `kept/${owner}/${name}`);
  return useQuery<T>({
    queryKey: [name, owner],
    enabled: ready && (publicAnswer || owner !== ''),
    async queryFn() {
      const answer = await ask();
      // Who left meanwhile leaves nothing behind.
      if (publicAnswer || session.get()?.owner === owner) kept.write(answer);
      return answer;
    },
    initialData: () => kept.read(),
    initialDataUpdatedAt: 0,
  });
}
