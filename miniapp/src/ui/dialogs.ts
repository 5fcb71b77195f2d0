import type { ReactNode } from 'react';
import { signal } from '../platform/signal.ts';
import { words } from '../words.ts';

export interface Option<T> {
  value: T;
  label: string;
  note?: string | undefined;
}

/** One open question to the user; the page in front draws it (dialog-host.tsx). */
export interface Dialog {
  title: string;
  words?: string | undefined;
  /** Destructive: the act is drawn as such and stands apart. */
  danger?: boolean | undefined;
  /** What may be answered; closing the sheet answers undefined. */
  options: Option<unknown>[];
  /** A small form in place of options; it answers by itself. */
  body?: ((close: (value?: unknown) => void) => ReactNode) | undefined;
  answer(value: unknown): void;
}

export const openDialog = signal<Dialog | undefined>(undefined);

function ask(question: Omit<Dialog, 'answer'>): Promise<unknown> {
  return new Promise((resolve) => {
    openDialog.get()?.answer(undefined);
    openDialog.set({
      ...question,
      answer(value) {
        openDialog.set(undefined);
        resolve(value);
      },
    });
  });
}

/** Asks yes or no. `if (await confirm({ title: '取消这次求助？', yes: '取消求助', danger: true })) …` */
export async function confirm(question: {
  title: string;
  words?: string;
  yes?: string;
  danger?: boolean;
}): Promise<boolean> {
  const { yes = words.confirm, ...rest } = question;
  return (await ask({ ...rest, options: [{ value: true, label: yes }] })) === true;
}

/** Shows a sheet with a form of its own, which calls `close` when it is done; undefined when the sheet was closed. */
export const openSheet = <T>(title: string, body: (close: (value?: T) => void) => ReactNode): Promise<T | undefined> =>
  ask({ title, options: [], body }) as Promise<T | undefined>;
