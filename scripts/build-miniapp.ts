import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Builds the mini-program when its sources changed: `node scripts/build-miniapp.ts h5 weapp`. With `--check` it builds
 * nothing and fails when a build is missing or older than its sources.
 * The sources' hash stands beside the build in `dist/<target>.stamp`; a build that failed leaves no stamp.
 */
const root = path.resolve(import.meta.dirname, '..');
const miniapp = path.join(root, 'miniapp');
const targets = ['h5', 'weapp'] as const;
const sources = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/plugins',
  'miniapp/package.json',
  'miniapp/babel.config.cjs',
];
const common = ['shared', 'package-lock.json', 'scripts/build-miniapp.ts'];

function* files(at: string): Generator<string> {
  if (!fs.existsSync(at)) return;
  if (fs.statSync(at).isFile()) yield at;
  else for (const name of fs.readdirSync(at).sort()) if (name !== 'node_modules') yield* files(path.join(at, name));
}

function stampOf(target: string): string {
  const hash = crypto.createHash('sha256').update(`${target}\n${process.env.API_BASE ?? ''}\n`);
  for (const source of [...sources, ...common]) {
    for (const file of files(path.join(root, source))) {
      if (/\.test\.tsx?$|\.md$/.test(file)) continue;
      hash.update(`${path.relative(root, file)}\n`).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** What Taro said without its colours and its moving bar: the list of errors when there is one. */
function complaint(said: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal codes begin with ESC
  const plain = said.replace(/\u001b\[[\d;]*[A-Za-z]/g, '');
  const errors = plain.slice(Math.max(0, plain.search(/✖ Errors|ERROR in/)));
  return errors
    .split('\n')
    .filter((line) => line.trim() && !/█|请稍等/.test(line))
    .slice(0, 60)
    .join('\n');
}

/** True when webpack made a whole build; else prints the end of what it said. */
function build(target: string): boolean {
  const main = path.join(miniapp, 'dist', target, target === 'h5' ? 'index.html' : 'app.json');
  fs.rmSync(path.join(miniapp, 'dist', target), { recursive: true, force: true });
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const { status, stdout, stderr } = spawnSync(process.execPath, [taro, 'build', '--type', target], {
    cwd: miniapp,
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0 && fs.existsSync(main)) return true;
  console.error(complaint(`${stdout}\n${stderr}`));
  return false;
}

const given = process.argv.slice(2);
const isCheck = given.includes('--check');
const asked = given.filter((one) => one !== '--check');
const unknown = asked.filter((one) => !targets.some((target) => target === one));
if (unknown.length) {
  console.error(`build-miniapp: no target ${unknown.join(', ')}; there are ${targets.join(' and ')}`);
  process.exit(2);
}
for (const target of asked.length ? asked : targets) {
  const stampFile = path.join(miniapp, 'dist', `${target}.stamp`);
  const stamp = stampOf(target);
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) {
    console.log(`mini-program for ${target}: up to date`);
    continue;
  }
  if (isCheck) {
    const what = fs.existsSync(stampFile) ? 'its sources changed since it was built' : 'not built';
    console.error(`mini-program for ${target}: ${what}; run: node scripts/build-miniapp.ts ${target}`);
    process.exit(1);
  }
  fs.rmSync(stampFile, { force: true });
  console.log(`mini-program for ${target}: building (up to a minute on a small machine)`);
  const began = performance.now();
  if (!build(target)) {
    console.error(`mini-program for ${target}: the build failed, see above`);
    process.exit(1);
  }
  fs.writeFileSync(stampFile, stamp);
  console.log(`mini-program for ${target}: built in ${Math.round((performance.now() - began) / 1000)} s`);
}
