/** Tells the time. Everything that depends on it takes a clock as an argument, so tests can fast-forward. */
export type Clock = () => Date;

/** The machine's own clock: the only place on the server that asks the machine for the time. */
export const systemClock: Clock = () => new Date();

/** Starts counting; calling the answer gives the milliseconds since. For how long something took, never for when. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
