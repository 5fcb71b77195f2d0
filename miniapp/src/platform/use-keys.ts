import { useEffect, useRef } from 'react';
import { onWeb } from './target.ts';

/** Keys that act on a whole page: `KeyboardEvent.key` and what it does, true when the key was used. */
export type Keys = readonly (readonly [key: string, act: () => boolean])[];

const typing = 'input, textarea, select, [contenteditable], [role="dialog"] *';

/** Lets a page be worked by keyboard while nobody types in a field. Does nothing in WeChat. */
export function useKeys(keys: Keys, enabled: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!onWeb || !enabled) return;
    const pressed = (event: KeyboardEvent) => {
      const at = event.target as Element | null;
      if (event.ctrlKey || event.metaKey || event.altKey || at?.closest?.(typing)) return;
      const act = latest.current.find(([key]) => key === event.key)?.[1];
      if (act?.()) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [enabled]);
}
