import { useEffect, useState } from 'react';
import { now } from './clock.ts';

/** The time, read again every `everyMs`; for what is only shown, never for what is recorded. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return at;
}
