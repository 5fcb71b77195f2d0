import { now } from '../../platform/clock.ts';
import { signal } from '../../platform/signal.ts';
import { useNow } from '../../platform/use-now.ts';
import { useSignal } from '../../platform/use-signal.ts';

/** By how many ms the server's clock is ahead of this phone's; clocks of old phones are minutes off. */
const ahead = signal(0);

/** Notes what the server's clock said (ISO) in an answer that has just come. */
export const noteServerTime = (iso: string): void => ahead.set(Date.parse(iso) - now());

/** The server's time in ms, read again every second: only what shows a clock is drawn anew. */
export function useServerNow(): number {
  return useNow(1_000) + useSignal(ahead);
}
