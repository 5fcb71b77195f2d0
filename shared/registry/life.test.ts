import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LifeMove, type LifeStatus, lifeMoveNames, lifeMoves, lifeMovesFrom, lifeStatusNames } from './life.ts';
import { beforeLastMove, firstLifeState, type LifeStep, replayLife } from './life-replay.ts';

const day = (n: number): string => `2026-05-${String(n + 1).padStart(2, '0')}`;

describe('the table of moves', () => {
  it.each<[LifeStatus, LifeMove[]]>([
    ['present', ['toHospital', 'toInstitution', 'moveOut', 'die']],
    ['inHospital', ['toInstitution', 'comeBack', 'moveOut', 'die']],
    ['inInstitution', ['comeBack', 'moveOut', 'die']],
    ['movedOut', ['comeBack', 'die']],
    ['dead', []],
    ['merged', []],
    ['erased', []],
  ])('from %s', (status, moves) => expect(lifeMovesFrom(status)).toEqual(moves));

  it('leads only to statuses that it knows', () => {
    for (const move of lifeMoveNames) expect(lifeStatusNames).toContain(lifeMoves[move].to);
  });
});

const move = (id: string, act: LifeMove, n: number, until: string | null = null): LifeStep => ({
  ...{ id, act, to: lifeMoves[act].to, on: day(n), until, undoes: null },
});
const undo = (undoes: string): LifeStep => ({
  ...{ id: `undo ${undoes}`, act: 'undo', to: 'present', on: day(9), until: null, undoes },
});

/** Any history that the rooms may write: moves by the table, other returns, undos of the last move. */
const aLife = fc.array(fc.nat(), { maxLength: 30 }).map((choices) => {
  const steps: LifeStep[] = [];
  for (const [n, choice] of choices.entries()) {
    const { status, moveId } = replayLife(steps);
    const moves = lifeMovesFrom(status);
    const id = `e${n}`;
    if (moveId !== null && choice % 4 === 0) steps.push({ ...undo(moveId), id });
    else if (moveId !== null && choice % 4 === 1)
      steps.push({ id, act: 'changeReturn', to: status, on: day(n % 28), until: day(choice % 28), undoes: null });
    else if (moves.length) steps.push(move(id, moves[choice % moves.length]!, n % 28, day(choice % 28)));
  }
  return steps;
});

describe('replaying a life', () => {
  it('begins in the registry', () => expect(replayLife([])).toEqual(firstLifeState));

  it('an undo takes back the move with all that was said about it since', () => {
    const before = [move('a', 'toHospital', 0, day(20))];
    const moved: LifeStep[] = [
      ...before,
      move('b', 'toInstitution', 3, day(25)),
      { id: 'c', act: 'changeReturn', to: 'inInstitution', on: day(4), until: null, undoes: null },
      { id: 'd', act: 'askUndo', to: 'inInstitution', on: day(5), until: null, undoes: null },
    ];
    expect(replayLife(moved)).toEqual({ status: 'inInstitution', since: day(3), until: null, moveId: 'b' });
    expect(replayLife([...moved, undo('b')])).toEqual(replayLife(before));
    expect(replayLife([...moved, undo('b'), undo('a')])).toEqual(firstLifeState);
  });

  it('will not undo what is not the last move', () => {
    const moved = [move('a', 'toHospital', 0), move('b', 'comeBack', 1)];
    expect(() => replayLife([...moved, undo('a')])).toThrow('not the last move');
    expect(() => beforeLastMove([])).toThrow('no move');
  });

  it('a move and its undo change nothing, wherever in a life', () => {
    fc.assert(
      fc.property(aLife, (steps) => {
        const state = replayLife(steps);
        for (const act of lifeMovesFrom(state.status)) {
          const moved = [...steps, move('x', act, 1, day(27))];
          expect(replayLife(moved).status).toBe(lifeMoves[act].to);
          expect(beforeLastMove(moved)).toEqual(state);
          expect(replayLife([...moved, undo('x')])).toEqual(state);
        }
      }),
    );
  });
});
