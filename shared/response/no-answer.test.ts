import { describe, expect, it } from 'vitest';
import { type Check, type CheckResult, checkNames, checkSteps } from './no-answer.ts';

const minute = 60_000;
const done = (check: Check, at: number, result: CheckResult = 'noAnswer') => ({ check, result, at: at * minute });
const nowOf = (steps: ReturnType<typeof checkSteps>) =>
  steps.filter(({ state }) => state === 'now').map(({ check, dueAt }) => [check, dueAt! / minute]);

describe('the checklist when nobody answers', () => {
  it('has one step to be done now, timed from the last one: 3, 5, 5, 10 and 15 minutes', () => {
    const course: ReturnType<typeof done>[] = [];
    const due: unknown[] = [];
    let at = 0;
    for (const check of checkNames) {
      const now = nowOf(checkSteps(0, course));
      expect(now).toHaveLength(1);
      due.push([now[0]![0], Number(now[0]![1]) - at]);
      at = Number(now[0]![1]);
      course.push(done(check, at));
    }
    expect(due).toEqual([
      ['ring', 3],
      ['neighbour', 5],
      ['family', 5],
      ['property', 10],
      ['police', 15],
    ]);
    expect(nowOf(checkSteps(0, course))).toEqual([]);
  });

  it('asks for nothing more once somebody has reached her', () => {
    const steps = checkSteps(0, [done('ring', 1), done('neighbour', 3, 'answered')]);
    expect(nowOf(steps)).toEqual([]);
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'ahead', 'ahead', 'ahead']);
  });

  it('goes on when a step is not possible, and takes the last result of one that was tried again', () => {
    const steps = checkSteps(0, [done('ring', 1, 'notPossible'), done('ring', 2), done('family', 4)]);
    expect(steps[0]).toMatchObject({ state: 'done', result: 'noAnswer' });
    expect(nowOf(steps)).toEqual([['neighbour', 7]]);
  });
});
