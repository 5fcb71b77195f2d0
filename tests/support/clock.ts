import type { Clock } from '../../server/clock.ts';

export interface TestClock extends Clock {
  /** Moves the clock forward by this many milliseconds. */
  forward(ms: number): void;
  set(to: Date | string): void;
}

/** A clock that stands still until it is moved. */
export function testClock(start: Date | string = '2026-05-06T09:00:00+08:00'): TestClock {
  let now = new Date(start);
  return Object.assign(() => new Date(now), {
    forward: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    set: (to: Date | string) => {
      now = new Date(to);
    },
  });
}
