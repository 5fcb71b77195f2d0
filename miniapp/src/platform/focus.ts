import { useEffect, useRef } from 'react';
import { onWeb } from './target.ts';

/**
 * On the web: puts the keyboard into the dialog with this id, keeps Tab inside, leaves on Escape,
 * and gives the focus back afterwards. WeChat's `aria-modal` does the like by itself.
 */
export function useTrap(id: string, leave: () => void): void {
  const leaving = useRef(leave);
  leaving.current = leave;
  useEffect(() => {
    if (!onWeb) return undefined;
    const before = document.activeElement as HTMLElement | null;
    const stops = () => [
      ...(document.getElementById(id)?.querySelectorAll<HTMLElement>('button, input, textarea, select, a') ?? []),
    ];
    stops()[0]?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leaving.current();
      if (event.key !== 'Tab') return;
      const all = stops();
      const at = all.indexOf(document.activeElement as HTMLElement);
      const next = all[(at + (event.shiftKey ? -1 : 1) + all.length) % all.length];
      event.preventDefault();
      next?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      before?.focus();
    };
  }, [id]);
}

/** On the web: puts the keyboard on the node in sight with this id. */
export function focusOn(id: string): void {
  if (!onWeb) return;
  const found = [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)].find((node) => node.offsetParent !== null);
  found?.focus();
}

/** Whether the keyboard stands nowhere, as after the focused node was taken out of the page. */
export const focusNowhere = (): boolean =>
  onWeb && (!document.activeElement || document.activeElement === document.body);
