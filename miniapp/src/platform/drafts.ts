import { useState } from 'react';
import { now } from './clock.ts';
import { stored } from './store.ts';

const keptMs = 3 * 24 * 3600 * 1000;

/**
 * A half-filled form that survives leaving the page and a restart (three days; leaving the phone clears it).
 * Gives the value, its setter, and `done`, to call once the form is sent.
 */
export function useDraft<T>(key: string, first: T): [value: T, set: (value: T) => void, done: () => void] {
  const [store] = useState(() => stored<{ value: T; at: number }>(`draft/${key}`));
  const [value, setValue] = useState<T>(() => {
    const found = store.read();
    return found && now() - found.at < keptMs ? found.value : first;
  });
  const set = (next: T) => {
    setValue(next);
    try {
      store.write({ value: next, at: now() });
    } catch {
      // No room on the phone: the form itself still works, only not across a restart.
    }
  };
  return [value, set, () => store.drop()];
}
