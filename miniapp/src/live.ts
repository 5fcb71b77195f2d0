import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { gather } from './platform/gather.ts';
import { listenLive } from './platform/live.ts';
import type { Hint } from './platform/live-core.ts';
import { queryClient } from './query.ts';

/** A burst of hints about one thing asks the server at once, and then at most once in this time. */
const burstMs = 1_000;

/**
 * Runs at every hint of these kinds, and with null whenever anything may have changed: after a break, and every ten
 * seconds while there is no connection.
 */
export function useLive(kinds: readonly string[], onEvent: (hint: Hint | null) => void): void {
  const heard = useRef(onEvent);
  heard.current = onEvent;
  const wanted = kinds.join(' ');
  useEffect(
    () => listenLive((hint) => (!hint || wanted.split(' ').includes(hint.kind)) && heard.current(hint)),
    [wanted],
  );
}

/** Asks again for these queries at hints of these kinds; those that no page shows are asked when it is opened. */
export function useLiveQuery(kinds: readonly string[], ...keys: readonly QueryKey[]): void {
  const client = useQueryClient();
  const latest = useRef(keys);
  latest.current = keys;
  const refresh = useRef<() => void>();
  refresh.current ??= gather(burstMs, () =>
    latest.current.forEach((queryKey) => void client.invalidateQueries({ queryKey })),
  );
  useLive(kinds, () => refresh.current?.());
}

/** The same for what several pages show: once for the whole program. */
export function refreshOn(kinds: readonly string[], queryKey: QueryKey): void {
  const refresh = gather(burstMs, () => void queryClient.invalidateQueries({ queryKey }));
  listenLive((hint) => (!hint || kinds.includes(hint.kind)) && refresh());
}
