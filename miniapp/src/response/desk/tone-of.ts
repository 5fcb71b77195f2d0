import type { DeskRow } from './use-desk.ts';

/** How loud a call looks: nobody took it, something is wrong with it, somebody is on it. */
export type AlarmTone = 'alarm' | 'warn' | 'going' | 'over';

/** A drill looks like what it rehearses; its mark says that it is one. */
export function toneOf({
  status,
  open,
  noAnswer,
  late,
}: Pick<DeskRow, 'status' | 'open' | 'noAnswer' | 'late'>): AlarmTone {
  if (!open) return 'over';
  if (status === 'raised') return 'alarm';
  return noAnswer || late || status === 'cannotEnter' ? 'warn' : 'going';
}
