import { expect, it } from 'vitest';
import { createLog, loggableError } from './log.ts';

it('keeps an error message but none of the values in it', () => {
  const error = Object.assign(new Error('E11000 duplicate key: wubian.people dup key: { phone: "13800001234" }'), {
    code: 11000,
  });
  const logged = loggableError(new Error(`Cast failed for value '张阿姨' at 120101194001011234`, { cause: error }));
  expect(JSON.stringify(logged)).not.toMatch(/13800001234|张阿姨|120101194001011234/);
  expect(logged).toMatchObject({ kind: 'Error', cause: { errorCode: 11000 } });
});

it('redacts secret names wherever they appear', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  log.info({ phone: '13800001234', person: { token: 'abc-secret' }, a: { b: { idNumber: '120101' } } }, 'x');
  log.error({ err: new Error('failed for "13900005678"') }, 'y');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/13800001234|abc-secret|120101|13900005678/);
});
