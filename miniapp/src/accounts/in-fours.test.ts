import { expect, test } from 'vitest';
import { inFours } from './in-fours.ts';

test('a key is read in groups of four, the last as long as it is', () => {
  expect(inFours('JBSWY3DPEH')).toBe('JBSW Y3DP EH');
  expect(inFours('')).toBe('');
});
