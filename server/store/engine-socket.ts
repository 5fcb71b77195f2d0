import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A Unix socket path may have 108 bytes on Linux and 104 on macOS, the closing zero included. */
const LONGEST_PATH = 103;

/**
 * Where the engine of a data folder listens: a short path in the user's own temporary folder (mode 0700), the same
 * one at every start. Throws in words when another user has taken the folder, since that user could listen there.
 */
export function socketOf(dataFolder: string): string {
  const uid = process.getuid?.() ?? 0;
  const name = `${createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 16)}.sock`;
  const long = path.join(os.tmpdir(), `wubian-${uid}`);
  const folder = Buffer.byteLength(path.join(long, name)) <= LONGEST_PATH ? long : `/tmp/wubian-${uid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid)
    throw new Error(`临时目录 ${folder} 属于别的用户，请删除它或换一个 TMPDIR。`);
  chmodSync(folder, 0o700);
  return path.join(folder, name);
}

/** The address at which another process reaches the engine that a server runs on a data folder. */
export const engineUri = (dataDir: string): string =>
  `mongodb://${encodeURIComponent(socketOf(realpathSync(dataDir)))}/?directConnection=true&retryWrites=false`;
