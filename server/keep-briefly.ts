import type { Clock } from './clock.ts';

/** Answers of a look-up, kept in this process for a moment. */
export interface Kept<T> {
  /** What was looked up under this key a moment ago, else what `look` finds; who asks at the same time shares one look. */
  get(key: string, look: () => Promise<T>): Promise<T>;
  /** The next `get` looks anew. */
  forget(key: string): void;
}

/**
 * Keeps look-ups for `ms`, at most `most` of them. For what is shown, never for what decides: another process may
 * have changed it meanwhile. Failed looks are not kept.
 */
export function keepBriefly<T>(now: Clock, ms: number, most = 20_000): Kept<T> {
  const kept = new Map<string, { found: Promise<T>; until: number }>();
  return {
    get(key, look) {
      const at = now().getTime();
      const hit = kept.get(key);
      if (hit && hit.until > at) return hit.found;
      const entry = { found: look(), until: at + ms };
      kept.delete(key);
      if (kept.size >= most) kept.delete(kept.keys().next().value!);
      kept.set(key, entry);
      entry.found.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return entry.found;
    },
    forget: (key) => void kept.delete(key),
  };
}
