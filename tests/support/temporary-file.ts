import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'wubian-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** The path of a new file with these bytes; it lives as long as the test file runs. */
export function aFile(bytes: Buffer | string): string {
  files += 1;
  const path = join(folder, String(files));
  writeFileSync(path, bytes);
  return path;
}
