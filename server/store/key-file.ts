import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type Config, ConfigError, type NumberedKey } from '../config.ts';

export interface Keys {
  keys: readonly NumberedKey[];
  indexKey: Buffer;
}

const encoded = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);
const KeyFile = z.strictObject({ fieldKey: encoded, indexKey: encoded });

/** Makes the file once: written beside it and linked into place, so that two starts at once agree on one file. */
function makeFile(file: string): void {
  const fresh = { fieldKey: randomBytes(32).toString('base64'), indexKey: randomBytes(32).toString('base64') };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(fresh), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The keys of this installation: those of the environment, or outside production a file in the data folder that is
 * made at the first start (mode 0600). Throws `ConfigError` when the file is damaged or open to other users; a new one
 * is never made over it, since nothing sealed could be opened any more.
 */
export function keysOf({ fieldKeys, indexKey, dataDir, production }: Config): Keys {
  if (fieldKeys && indexKey) return { keys: fieldKeys, indexKey };
  if (production) throw new ConfigError(['FIELD_KEYS、INDEX_KEY：正式环境必须设置']);
  const file = path.join(dataDir, 'keys.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!statSync(file, { throwIfNoEntry: false })) makeFile(file);
  if (statSync(file).mode & 0o077) throw new ConfigError([`${file}：别的用户也能读到，请执行 chmod 600 ${file}`]);
  try {
    const read = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    const own = [{ id: 1, key: Buffer.from(read.fieldKey, 'base64') }];
    return { keys: fieldKeys ?? own, indexKey: indexKey ?? Buffer.from(read.indexKey, 'base64') };
  } catch {
    throw new ConfigError([`${file}：密钥文件已损坏，请从备份恢复；没有它，已加密的资料无法打开`]);
  }
}
