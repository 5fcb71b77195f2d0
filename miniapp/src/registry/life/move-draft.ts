import type { LifeMove, LifeStatus } from '@wubian/shared/registry/life.ts';
import { isAway, lifeMoves } from '@wubian/shared/registry/life.ts';
import { lifeWords as w } from './words.ts';

/** A move as it is being filled in. */
export interface MoveDraft {
  /** Made once, so that a retry is the same move. */
  id: string;
  move: LifeMove | undefined;
  /** YYYY-MM-DD, or whatever was typed. */
  on: string;
  /** '' while nobody knows. */
  until: string;
  why: string;
}

export type MoveWrong = Partial<Record<'move' | 'on' | 'until' | 'why', string>>;

/** Whether the move takes her away for a time, so that a day of return makes sense. */
export const hasReturn = (move: LifeMove | undefined): boolean => move !== undefined && isAway(lifeMoves[move].to);

/** What goes to the server, or what is still wrong by field. */
export function checkMove({ id, move, on, until, why }: MoveDraft, seen: LifeStatus) {
  const wrong: MoveWrong = {
    ...(!move && { move: w.needMove }),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(on.trim()) && { on: w.needDay }),
    ...(!why.trim() && { why: w.needWhy }),
  };
  if (!move || Object.keys(wrong).length) return { wrong };
  const back = hasReturn(move) && until ? until : null;
  return { input: { id, seen, move, on: on.trim(), until: back, why: why.trim() } };
}
