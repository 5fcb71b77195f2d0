import { signal } from '../platform/signal.ts';
import { wordsOf } from '../words.ts';

/** One line at the top of the page in front. Errors stay until dismissed; the rest goes with the next page. */
export interface Said {
  words: string;
  tone: 'done' | 'error';
}

export const said = signal<Said | undefined>(undefined);

/** Tells the user that something was done, e.g. `say('已提交')`. Read aloud by screen readers. */
export const say = (words: string, tone: Said['tone'] = 'done'): void => said.set({ words, tone });

/** Tells the user what went wrong, in the refusal's own words. */
export const sayError = (error: unknown): void => say(wordsOf(error), 'error');

/** Takes the line away. */
export const unsay = (): void => said.set(undefined);
