import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { openStore, type Store } from '../../server/store/connect.ts';

const stores: Store[] = [];
const folders: string[] = [];
/** The folders that the calling test file has made. */
export const foldersOfThisFile: readonly string[] = folders;

// Registered when the test file imports this one: a hook that is registered inside another hook never runs.
afterAll(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A folder of its own for one test file, removed when the file is done. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-test-'));
  folders.push(folder);
  return folder;
}

/**
 * A real engine on a folder of its own with a fresh database, closed after the last test of the calling file.
 * Call it once per file, at its top level or in `beforeAll`.
 */
export async function testStore(): Promise<Store> {
  const dataDir = testFolder();
  const store = await openStore({ dataDir, clock: systemClock, dbName: `t${randomBytes(4).toString('hex')}` });
  stores.push(store);
  return store;
}
