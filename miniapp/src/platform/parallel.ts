/**
 * Lets at most `limit` runs go on at once; the others wait in order of arrival.
 * WeChat refuses more than ten requests at a time.
 */
export function atMost(limit: number): <T>(run: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return async (run) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go));
    running += 1;
    try {
      return await run();
    } finally {
      next();
    }
  };
}
