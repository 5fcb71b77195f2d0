import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { newId } from '../platform/new-id.ts';
import { useSession } from '../platform/session.ts';
import { askToSubscribe, canSubscribe } from '../platform/subscribe.ts';
import { queryClient } from '../query.ts';

const key = ['notices', 'templates'] as const;
const freshMs = 5 * 60_000;
/** With so many messages left nobody is asked again. */
const ENOUGH = 5;

/** Asks WeChat now, and tells the server what she said. Reads what is known: a tap may not wait for the network. */
export function askConsent(): void {
  const known = queryClient.getQueryData<Awaited<ReturnType<typeof api.notices.templates>>>(key);
  const short = known?.items.filter(({ left }) => left < ENOUGH).map(({ templateId }) => templateId) ?? [];
  if (!short.length) return;
  void (async () => {
    const answers = await askToSubscribe(short);
    if (!answers.length) return;
    // What is lost on the way counts as a no: she is then told by text message, and asked again with the next tap.
    await api.notices.consented({ id: newId(), answers }).catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey: key });
  })();
}

/**
 * For a page with a natural tap (taking a task, taking on an alarm, joining): makes ready what may be asked, and gives
 * the asking for the tap. Does nothing on the web, and nothing while enough messages are left.
 */
export function useAskConsent(): () => void {
  const signedIn = useSession() !== undefined;
  useQuery({
    queryKey: key,
    queryFn: () => api.notices.templates(),
    enabled: signedIn && canSubscribe,
    staleTime: freshMs,
  });
  return askConsent;
}
