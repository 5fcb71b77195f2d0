import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const asksTheMachine = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/;
const mayAsk = ['server/clock.ts', 'miniapp/src/platform/clock.ts'];

it('asks the machine for the time in one file of each side', () => {
  const files = globSync(['server/**/*.ts', 'shared/**/*.ts', 'miniapp/src/**/*.{ts,tsx}'], {
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.test.ts', '**/*.test.tsx'],
  });
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !mayAsk.includes(file) && asksTheMachine.test(readFileSync(file, 'utf8')))).toEqual([]);
});
