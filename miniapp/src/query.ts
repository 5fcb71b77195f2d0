import { focusManager, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Unreachable } from '@wubian/shared/client.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { onAppShow } from './platform/lifecycle.ts';
import { relaunch } from './platform/nav.ts';
import { session } from './platform/session.ts';
import { say, unsay } from './ui/say.ts';

/** A dead session brings everyone back to the door; what was not sent waits for the same person. */
function onError(error: unknown): void {
  if (!(error instanceof Refusal) || (error.code !== 'session_expired' && error.code !== 'not_signed_in')) return;
  if (!session.get()) return;
  session.expire();
  say(error.message, 'error');
  void relaunch('home');
}

/** The one cache of answers. Only an unreachable server is asked again; a no stays a no. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (tries, error) => error instanceof Unreachable && tries < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

focusManager.setEventListener((focused) => {
  onAppShow(() => focused());
  return () => undefined;
});

// Another person or role: nothing of the one before may be shown.
session.subscribe(() => {
  queryClient.clear();
  // Who has signed in again need not read that she was out.
  if (session.get()) unsay();
});
