import { globSync, readFileSync } from 'node:fs';
import { parameterNames, parameterRow } from '@wubian/shared/office/parameters.ts';
import { expect, it } from 'vitest';

it('says of a parameter that it is in use exactly when some room asks for it', () => {
  const asked = globSync('server/**/*.ts', { exclude: ['server/streets/**', '**/*.test.ts'] }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bparameter\(\s*[^,()]+,\s*'(\w+)'/g)].map(([, key]) => key!),
  );
  const saidToBe = parameterNames.filter((key) => parameterRow(key).form.as !== 'fixed' && parameterRow(key).usedBy);
  expect([...new Set(asked)].sort()).toEqual(saidToBe.toSorted());
});
