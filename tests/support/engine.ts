import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { openStore, type Store } from '../../server/store/connect.ts';

/** A folder of its own for one test file, removed when the file is done. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * A real engine on a folder of its own with a fresh database, closed after the last test of the calling file.
 * Call it once per file, at its top level or in `beforeAll`.
 */
export async function testStore(): Promise<Store> {
  const dataDir = testFolder();
  const store = await openStore({ dataDir, clock: systemClock, dbName: `t${randomBytes(4).toString('hex')}` });
  afterAll(() => store.close());
  return store;
}
