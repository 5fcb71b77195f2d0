import { isLifeMove, type LifeAct, type LifeStatus } from './life.ts';

/** One entry of a life's history, as far as the status follows from it. */
export interface LifeStep {
  id: string;
  act: LifeAct;
  /** The status after it. */
  to: LifeStatus;
  /** The day on which it happened, YYYY-MM-DD. */
  on: string;
  /** The day on which she is expected back, YYYY-MM-DD. */
  until: string | null;
  /** Of an undo: the id of the move that it takes back. */
  undoes: string | null;
}

/** How a life stands. */
export interface LifeState {
  status: LifeStatus;
  since: string | null;
  until: string | null;
  /** The move that brought it there; null for a file that never moved. */
  moveId: string | null;
}

export const firstLifeState: LifeState = { status: 'present', since: null, until: null, moveId: null };

/** How a life stands after its history. Throws when the history undoes what was not the last move. */
export function replayLife(steps: readonly LifeStep[]): LifeState {
  const states: LifeState[] = [firstLifeState];
  const last = (): LifeState => states.at(-1)!;
  for (const { id, act, to, on, until, undoes } of steps) {
    if (isLifeMove(act)) states.push({ status: to, since: on, until, moveId: id });
    if (act === 'changeReturn') states.push({ ...states.pop()!, until });
    if (act !== 'undo') continue;
    if (undoes === null || last().moveId !== undoes) throw new Error(`${id} undoes what is not the last move`);
    states.pop();
  }
  return last();
}

/** How a life stood before its last move. */
export function beforeLastMove(steps: readonly LifeStep[]): LifeState {
  const { moveId } = replayLife(steps);
  if (moveId === null) throw new Error('there is no move to take back');
  return replayLife([...steps, { id: '', act: 'undo', to: 'present', on: '', until: null, undoes: moveId }]);
}
