import { spawnSync } from 'node:child_process';
import path from 'node:path';

const script = path.resolve(import.meta.dirname, '../../scripts/build-miniapp.ts');

/**
 * The folder of a build of the mini-program; throws with the remedy when there is none, or when sources changed since,
 * so that a test never passes on screens that nobody will see.
 */
export function builtFolder(target: 'h5' | 'weapp'): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check', target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`.trim());
  return path.resolve(import.meta.dirname, '../../miniapp/dist', target);
}
