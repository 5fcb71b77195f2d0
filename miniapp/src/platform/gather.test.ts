import { expect, it } from 'vitest';
import { gather } from './gather.ts';

it('runs at once, and once more after a burst', () => {
  let due: (() => void) | undefined;
  let runs = 0;
  const call = gather(
    1_000,
    () => runs++,
    (run) => {
      due = run;
    },
  );
  const pass = () => {
    const now = due;
    due = undefined;
    now?.();
  };
  call();
  expect(runs).toBe(1);
  call();
  call();
  expect(runs).toBe(1);
  pass();
  expect(runs).toBe(2);
  call();
  expect(runs).toBe(2);
  pass();
  pass();
  expect(runs).toBe(3);
  expect(due).toBeUndefined();
  call();
  expect(runs).toBe(4);
});
