import { execFileSync } from 'node:child_process';
import path from 'node:path';
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

it('loses no line of a process that ends', () => {
  const script = `
    import { createLog } from ${JSON.stringify(path.join(import.meta.dirname, 'log.ts'))};
    const log = createLog('info');
    for (let n = 0; n < 500; n++) log.info({ n }, 'answered');
    log.error({ err: new Error('last') }, 'failed');
    log.info('end');
    process.exit(0);`;
  const lines = execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([...Array(500).fill('answered'), 'failed', 'end']);
});
