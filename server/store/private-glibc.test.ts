import { describe, expect, it } from 'vitest';
import { isOlder } from './private-glibc.ts';

describe('isOlder', () => {
  it.each([
    ['2.36', '2.38', true],
    ['2.38', '2.38', false],
    ['2.41', '2.38', false],
    ['2.9', '2.38', true],
    ['1.99', '2.0', true],
    ['3.0', '2.38', false],
  ])('%s before %s: %s', (a, b, expected) => {
    expect(isOlder(a, b)).toBe(expected);
  });
});
