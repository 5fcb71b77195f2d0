import { setTimeout as wait } from 'node:timers/promises';

/** Longer than any lease or restart takes here, and short of the test's own limit. */
const PATIENCE_MS = 60_000;

/** Waits until `condition` holds; after a minute it throws, saying what was waited for and, if given, how things stand. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  standing: () => unknown = () => '',
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what} ${standing()}`);
    await wait(20);
  }
}
