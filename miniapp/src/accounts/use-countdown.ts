import { useEffect, useState } from 'react';
import { now } from '../platform/clock.ts';

/** Whole seconds until an instant (ms), 0 when it is past; counts on the clock, so a sleeping phone stays right. */
export function useCountdown(until: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    setAt(now());
    if (until <= now()) return undefined;
    const timer = setInterval(() => {
      setAt(now());
      if (now() >= until) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - at) / 1000));
}
