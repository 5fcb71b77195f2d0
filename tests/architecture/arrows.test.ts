import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

/** The tool that holds the arrows must bite: one planted fault for each rule, in a copy of the house. */
const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(os.tmpdir(), 'wubian-arrows-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const planted: Record<string, string> = {
  'shared/planted.ts': "import 'node:fs';",
  'server/registry/planted.ts': "import '../companion/task.store.ts';\nimport 'koa';\nimport 'mongoose';",
  'server/http/planted.ts': "import '../registry/elder.store.ts';\nimport '../../tests/support/clock.ts';",
  'server/office/planted.ts': "import './planted-too.ts';",
  'server/office/planted-too.ts': "import './planted.ts';",
  'miniapp/src/registry/planted.ts': "import '@tarojs/taro';\nimport '../../../shared/openapi.ts';",
  'scripts/planted.ts': "import '../tests/support/clock.ts';",
};

it('finds each kind of forbidden import', () => {
  for (const wing of ['shared', 'server', 'miniapp/src', 'tests/support', 'scripts']) {
    cpSync(path.join(root, wing), path.join(copy, wing), {
      recursive: true,
      filter: (from) => !from.includes(`${path.sep}node_modules`),
    });
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(path.join(root, file), path.join(copy, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const [file, text] of Object.entries(planted)) writeFileSync(path.join(copy, file), `${text}\n`);

  const { stdout, stderr } = spawnSync(
    path.join(root, 'node_modules/.bin/depcruise'),
    ['shared', 'server', 'miniapp/src', 'scripts', '--output-type', 'err'],
    { cwd: copy, encoding: 'utf8' },
  );
  const found = [...stdout.matchAll(/error ([\w-]+): \S*planted/g)].map(([, rule]) => rule);
  expect([...new Set(found)].sort(), `${stdout}${stderr}`).toEqual([
    'device-calls-in-platform',
    'koa-at-the-border',
    'miniapp-imports-shared-only',
    'mongo-in-models-and-stores',
    'no-cycles',
    'nobody-imports-tests',
    'outside-a-room-only-its-door',
    'rooms-meet-at-the-door',
    'server-imports-shared-only',
    'shared-imports-zod-and-itself',
  ]);
});
